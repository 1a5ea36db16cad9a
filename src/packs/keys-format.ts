/**
 * Counts up with every change of what is stored of a pack once it is compiled: keys, places in the filter, and
 * the items that they lead to. What has been stored with another number is not read, and compiled anew.
 * In a file of its own, since each frame reads it and few read what it counts.
 */
export const KEYS_FORMAT = 2;

import { send } from '../messaging/messaging.ts';

/** Opens the options, at a section where one is named, and makes room for them. */
export async function openOptions(section?: string): Promise<void> {
  await send('background.options', section ? { section } : {});
  window.close();
}

import { describe, expect, it } from 'vitest';
import {
  formatDate,
  formatQuantity,
  formatShare,
  formatUnit,
  formatValue,
  unitAfterValue,
} from '../../../src/ui/format.ts';

describe('formatDate', () => {
  it.each([
    ['2023-06-19', 'en-GB', '19 Jun 2023'],
    ['2023-06-19', 'en-US', 'Jun 19, 2023'],
    ['2023-06-19', 'de', '19. Juni 2023'],
    ['2023-02', 'en-GB', 'Feb 2023'],
    ['2023', 'en-GB', '2023'],
    ['2013–2017', 'en-GB', '2013–2017'],
    ['2021–', 'en-GB', 'since 2021'],
    ['no date', 'en-GB', 'no date'],
  ])('%s in %s is %s', (date, locale, expected) => {
    expect(formatDate(date, locale, (year) => `since ${year}`)).toBe(expected);
  });

  it('does not move a day by the time zone', () => {
    const before = process.env.TZ;
    try {
      for (const zone of ['Pacific/Kiritimati', 'Pacific/Pago_Pago']) {
        process.env.TZ = zone;
        expect(formatDate('2023-01-01', 'en-GB')).toBe('1 Jan 2023');
      }
    } finally {
      process.env.TZ = before;
    }
  });
});

describe('numbers', () => {
  it.each([
    [36.8, '%', 'en', '36.8%'],
    [36.8, '%', 'de', '36,8\u00a0%'],
    [87, '% of world energy', 'en', '87%\u00a0of world energy'],
    [15.5, 'Gt CO2e', 'en', '15.5\u00a0Gt CO₂e'],
    [1700, 'jobs', 'en', '1,700\u00a0jobs'],
    [0.07, 'USD per watt', 'en', '0.07\u00a0USD per watt'],
    [12, '', 'en', '12'],
  ])('%d %s in %s is %s', (value, unit, locale, expected) => {
    expect(formatQuantity(value, unit, locale)).toBe(expected);
  });

  it('writes a share of a whole in whole per cent', () => {
    expect(formatShare(0.426, 'en')).toBe('43%');
    expect(formatShare(1, 'de')).toBe('100\u00a0%');
  });

  it('keeps the sign with the number and the rest for the title', () => {
    expect(formatValue(98, '% of imports', 'en')).toBe('98%');
    expect(unitAfterValue('% of imports')).toBe('of imports');
    expect(unitAfterValue('%')).toBe('');
  });

  it.each([
    ['t CO2', 't CO₂'],
    ['Mt CH4', 'Mt CH₄'],
    ['N2O', 'N₂O'],
    ['24 CO24 H2', '24 CO24 H2'],
  ])('sets %s as %s', (unit, expected) => {
    expect(formatUnit(unit)).toBe(expected);
  });
});

/** Comma-separated values as RFC 4180 has them, with the liberties that spreadsheets take. */

/** Characters that may stand between fields; the first row tells which of them does. */
const SEPARATORS = [',', ';', '\t'] as const;

function separatorOf(text: string): string {
  const [line = ''] = text.split(/\r?\n/, 1);
  const counts = SEPARATORS.map((sign) => line.split(sign).length);
  return SEPARATORS[counts.indexOf(Math.max(...counts))] ?? ',';
}

/** A row with something in it. */
export interface CsvRow {
  /** As a spreadsheet counts: the first row is 1, and empty ones count. */
  readonly number: number;
  readonly fields: readonly string[];
}

/** Rows of fields. Quoted fields may hold separators, line breaks and doubled quotes; empty rows go. */
export function parseCsv(source: string): CsvRow[] {
  const text = source.replace(/^\ufeff/, '');
  const separator = separatorOf(text);
  const rows: CsvRow[] = [];
  let number = 0;
  let row: string[] = [];
  let field = '';
  let quoted = false;
  const endRow = () => {
    row.push(field);
    number++;
    if (row.some((value) => value.trim() !== '')) rows.push({ number, fields: row });
    row = [];
    field = '';
  };
  for (let i = 0; i < text.length; i++) {
    const sign = text[i];
    if (quoted) {
      if (sign !== '"') field += sign;
      else if (text[i + 1] === '"') {
        field += '"';
        i++;
      } else quoted = false;
    } else if (sign === '"' && field === '') quoted = true;
    else if (sign === separator) {
      row.push(field);
      field = '';
    } else if (sign === '\n') endRow();
    else if (sign !== '\r' || text[i + 1] !== '\n') field += sign;
  }
  if (field !== '' || row.length > 0) endRow();
  return rows;
}

/** A spreadsheet takes a field that begins like this for a formula (OWASP, CSV injection). */
const FORMULA = /^[=+\-@\t\r]/;

function writeField(value: string): string {
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Rows as a file's text, with the line ends that RFC 4180 asks for. */
export function formatCsv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(writeField).join(',')}\r\n`).join('');
}

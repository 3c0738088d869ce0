import type { StatementDetail } from '@caseboard/contracts';
import { dollars, longDate, visitLines, visitTitle } from './statement-words.rules.ts';

/** Nothing is loaded and nothing runs; the one style sheet stands in the page. */
export const STATEMENT_CSP =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

const STYLE = `
  :root { color-scheme: light; }
  body { font: 16px/1.5 system-ui, sans-serif; color: #1d1d1b; background: #fff; max-width: 44rem; margin: 2rem auto; padding: 0 1rem; }
  h1 { font-size: 1.4rem; margin: 0; } h2 { font-size: 1.05rem; margin: 1.6rem 0 .4rem; }
  table { width: 100%; border-collapse: collapse; } th, td { text-align: left; padding: .25rem 0; border-bottom: 1px solid #d6d5cf; font-weight: 400; vertical-align: top; }
  td { text-align: right; white-space: nowrap; padding-left: 1rem; font-variant-numeric: tabular-nums; }
  tr.part th { padding-left: 1.5rem; color: #55544f; } tr.part td { color: #55544f; } tr.total th, tr.total td { font-weight: 700; border-bottom: 2px solid #1d1d1b; }
  .due { background: #ecebe7; padding: .8rem 1rem; margin: 1.2rem 0; font-size: 1.15rem; font-weight: 700; }
  dl { display: grid; grid-template-columns: max-content 1fr; gap: 0 1rem; margin: 1rem 0; } dt { color: #55544f; } dd { margin: 0; }
  @media print { body { margin: 0; max-width: none; font-size: 11pt; } section { break-inside: avoid; } @page { margin: 18mm; } }
`;

/** A statement as a page that stands alone: readable by anybody and any screen reader, and printable. */
export function statementHtml(statement: StatementDetail): string {
  const { number, organisationName, balanceCents, dueOn } = statement;
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Statement ${text(number)}</title><style>${STYLE}</style></head>
<body>
<header><h1>${text(organisationName)}: statement ${text(number)}</h1></header>
<main>
${facts(statement)}
<p class="due">You owe ${dollars(balanceCents)}. Pay by ${longDate(dueOn)}.</p>
${statement.visits.map(visitSection).join('\n')}
${heldSection(statement)}
<section aria-labelledby="help"><h2 id="help">If you cannot pay</h2><p>${text(statement.aid)}</p></section>
<section aria-labelledby="wrong"><h2 id="wrong">If something is wrong</h2><p>${text(statement.dispute)}</p></section>
</main>
</body>
</html>
`;
}

function facts({ patientName, mrn, accountNumber, printedAt, asOf }: StatementDetail): string {
  const rows = [
    ['Patient', patientName],
    ...(mrn === null ? [] : [['Record number', mrn]]),
    ['Account', accountNumber],
    ['Printed', `${longDate(printedAt.slice(0, 10))}, as of entry ${asOf}`],
  ];
  return `<dl>${rows.map(([name = '', value = '']) => `<dt>${text(name)}</dt><dd>${text(value)}</dd>`).join('')}</dl>`;
}

function visitSection(visit: StatementDetail['visits'][number], at: number): string {
  const rows = visitLines(visit).map(
    (line) =>
      `<tr${line.isPart ? ' class="part"' : ''}><th scope="row">${text(line.text)}</th><td>${dollars(line.cents)}</td></tr>`,
  );
  return `<section aria-labelledby="visit-${at}"><h2 id="visit-${at}">${text(visitTitle(visit))}</h2>
<table><tbody>${rows.join('')}<tr class="total"><th scope="row">You owe for this visit</th><td>${dollars(visit.owesCents)}</td></tr></tbody></table></section>`;
}

function heldSection({ held }: StatementDetail): string {
  if (held.length === 0) return '';
  const rows = held.map(
    (visit) => `<li>${text(visitTitle(visit))}. ${text(visit.because)}: nothing is asked of you for it now.</li>`,
  );
  return `<section aria-labelledby="held"><h2 id="held">Not asked for now</h2><ul>${rows.join('')}</ul></section>`;
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const text = (value: string): string => value.replace(/[&<>"']/g, (one) => ENTITIES[one] ?? one);

import type { ReactNode } from 'react';

type TableProps = {
  /** For those who do not see where it stands. */
  caption: string;
  headings: string[];
  rows: { key: string; cells: ReactNode[] }[];
};

/** A table whose first column names the row. */
export function Table({ caption, headings, rows }: TableProps) {
  return (
    <table className="w-full border-collapse text-start">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr className="border-line border-b text-ink-soft text-sm">
          {headings.map((heading) => (
            <th key={heading} scope="col" className="py-1 pe-4 text-start font-medium">
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, cells: [name, ...cells] }) => (
          <tr key={key} className="border-line border-b align-top last:border-b-0">
            <th scope="row" className="w-2/5 py-1.5 pe-4 text-start font-normal">
              {name}
            </th>
            {cells.map((cell, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: cells stay in their columns
              <td key={i} className="py-1.5">
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

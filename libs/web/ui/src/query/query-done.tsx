import { IconCircleCheckFilled } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Facts } from '../case/facts.tsx';

/** Props of `QueryDone`. */
export type QueryDoneProps = {
  /** `Answer sent and signed`. */
  title: string;
  /** `Carla Mendes has it. Nothing more to do here.` */
  words: string;
  facts: readonly { term: string; value: ReactNode }[];
  /** What can still be done: an addendum. */
  children?: ReactNode;
  /** The next question and the way back, in the thumb's reach. */
  actions: ReactNode;
};

/** After a query: what was asked and answered, when, its number, and what is left. */
export function QueryDone({ title, words, facts, children, actions }: QueryDoneProps) {
  return (
    <div className="cb-query">
      <div className="cb-query-body">
        <span className="cb-query-check">
          <IconCircleCheckFilled size={40} aria-hidden="true" />
        </span>
        <div role="status">
          <h1>{title}</h1>
          <p className="cb-soft">{words}</p>
        </div>
        <div className="cb-query-facts">
          <Facts facts={facts} />
        </div>
        {children}
      </div>
      <div className="cb-query-sign">{actions}</div>
    </div>
  );
}

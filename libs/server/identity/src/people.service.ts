import { Injectable } from '@nestjs/common';
import type { Colleague, Page } from '@caseboard/contracts';
import { AppError, UnitOfWork } from '@caseboard/server/kernel';
import type { Caller, Tx } from '@caseboard/server/kernel';
import { findColleagues, listColleagues } from './colleagues.repository.ts';
import { pageByName } from './pages.ts';
import type { PageAsk } from './pages.ts';

const MOST_PEOPLE = 10_000;

/** The people of an organisation, as other modules and everybody's screens see them. */
@Injectable()
export class People {
  constructor(private readonly uow: UnitOfWork) {}

  async list(caller: Caller, ask: PageAsk): Promise<Page<Colleague>> {
    const audit = { action: 'identity.colleague.read', kind: 'colleague' };
    return this.uow.read(caller, audit, (tx) => pageByName(tx, 'colleagues', ask, listColleagues));
  }

  /** Everybody, by name; who is not active any more is there too. */
  colleagues(tx: Tx): Promise<Colleague[]> {
    return listColleagues(tx, undefined, MOST_PEOPLE);
  }

  /** These people by id; unknown ids are missing. */
  async colleaguesById(tx: Tx, ids: readonly string[]): Promise<Map<string, Colleague>> {
    return new Map((await findColleagues(tx, ids)).map((colleague) => [colleague.id, colleague]));
  }

  /** Somebody who can be given work; throws `work-item/unknown-person` for a stranger or who is not active. */
  async requireColleague(tx: Tx, userId: string): Promise<Colleague> {
    const [colleague] = await findColleagues(tx, [userId]);
    if (!colleague?.isActive) throw new AppError('work-item/unknown-person');
    return colleague;
  }
}

import { Injectable } from '@nestjs/common';
import { ExportRegistry, SearchRegistry } from '@caseboard/server/kernel';
import { EncounterWork } from '@caseboard/server/records';
import { QueryKinds, ThreadSubjects } from '@caseboard/server/threads';
import { CaseKinds, copyingKind } from '@caseboard/server/worklist';
import { codingCaseRow } from './coding-case.row.ts';
import { copyItems } from './coding-cases.repository.ts';
import { CodingCaseList } from './coding-case-list.service.ts';
import { CodingTalk } from './coding-talk.ts';
import { codingWork } from './encounter-work-source.ts';

/** Says what of coding others show: on charts, on the worklist, in search and files, in conversations. */
@Injectable()
export class CodingRegistrations {
  constructor(
    private readonly kinds: CaseKinds,
    private readonly work: EncounterWork,
    private readonly search: SearchRegistry,
    private readonly files: ExportRegistry,
    private readonly subjects: ThreadSubjects,
    private readonly queries: QueryKinds,
  ) {}

  register(list: CodingCaseList, talk: CodingTalk): void {
    this.kinds.register(copyingKind('coding', codingCaseRow, copyItems));
    this.work.register(codingWork);
    this.search.register(list.searcher);
    this.files.register(list.file);
    this.subjects.register(talk.subject);
    this.queries.register(talk.query);
  }
}

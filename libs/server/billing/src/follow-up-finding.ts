import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { ExportRegistry, SearchRegistry } from '@caseboard/server/kernel';
import { exportedFollowUp } from './exported-follow-up.ts';
import { FollowUpBoard } from './follow-up-board.service.ts';
import { followUpSearcher } from './follow-up-searcher.ts';

/** Lets people find follow-up cases and take the list along. */
@Injectable()
export class FollowUpFinding implements OnModuleInit {
  constructor(
    private readonly search: SearchRegistry,
    private readonly exports: ExportRegistry,
    private readonly board: FollowUpBoard,
  ) {}

  onModuleInit(): void {
    this.search.register(followUpSearcher);
    this.exports.register(exportedFollowUp(this.board));
  }
}

export { CodeSets } from './code-sets.service.ts';
export { CodingModule } from './coding.module.ts';
export { CodingCaseList } from './coding-case-list.service.ts';
export { CodingCodesService } from './coding-codes.service.ts';
export { FinalizationService } from './finalization.service.ts';

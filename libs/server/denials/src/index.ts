export { DenialBoardService } from './denial-board.service.ts';
export { DenialCasesService } from './denial-cases.service.ts';
export { DenialsModule } from './denials.module.ts';

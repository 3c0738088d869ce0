export { CodeSets } from './code-sets.service.ts';
export { CodingModule } from './coding.module.ts';

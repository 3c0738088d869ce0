export { DenialsModule } from './denials.module.ts';

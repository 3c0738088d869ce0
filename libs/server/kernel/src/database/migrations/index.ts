import { Kernel1764000000001 } from './0001-kernel.ts';
import { Events1764000000002 } from './0002-events.ts';
import { Audit1764000000003 } from './0003-audit.ts';
import { Identity1764000000004 } from './0004-identity.ts';

/** Every migration of every module, in the order they run: listed by hand so that a bundle holds them all. */
export const MIGRATIONS = [Kernel1764000000001, Events1764000000002, Audit1764000000003, Identity1764000000004];

import {
  IconAlertTriangle,
  IconArrowBackUp,
  IconBan,
  IconFileText,
  IconHelp,
  IconList,
  IconPaperclip,
  IconPhone,
  IconScale,
  IconUser,
} from '@tabler/icons-react';
import { BoardIcon } from './board-icon.tsx';
import type { IconType } from './nav.types.ts';

/** The icon of each queue by its key, the same in navigation, rows and the palette. */
export const queueIcons: Readonly<Record<string, IconType>> = {
  coding: IconFileText,
  queries: IconHelp,
  'claim-edits': IconList,
  rejections: IconBan,
  'follow-up': IconPhone,
  denials: BoardIcon,
  appeals: IconScale,
  'records-requests': IconPaperclip,
  'posting-exceptions': IconAlertTriangle,
  'patient-inquiries': IconUser,
  credits: IconArrowBackUp,
};

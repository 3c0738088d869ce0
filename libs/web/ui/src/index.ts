export { CaseboardProvider, useColorScheme, type ColorScheme } from './theme/caseboard-provider.tsx';
export { theme } from './theme/theme.ts';
export { cssVariablesResolver } from './theme/css-variables.ts';

export { AppFrame, type AppFrameProps } from './shell/app-frame.tsx';
export { AppLink, type AppLinkProps } from './shell/app-link.tsx';
export { AsOf } from './shell/as-of.tsx';
export { ExportButton, type ExportButtonProps } from './shell/export-button.tsx';
export { BoardIcon } from './shell/board-icon.tsx';
export { Brand } from './shell/brand.tsx';
export { ConnectionWord, type ConnectionWordProps } from './shell/connection-word.tsx';
export { FilterBar, type FilterBarProps, type FilterChip } from './shell/filter-bar.tsx';
export { FooterBar, type FooterBarProps } from './shell/footer-bar.tsx';
export type { ConnectionState, Crumb, IconType, NavItem, NavSection, Navigate } from './shell/nav.types.ts';
export { PageHeader, type PageHeaderProps } from './shell/page-header.tsx';
export { queueIcons } from './shell/queue-icons.ts';
export { PaneHeader, SplitPane, type PaneHeaderProps, type SplitPaneProps } from './shell/split-pane.tsx';
export { UpdatesPill, type UpdatesPillProps } from './shell/updates-pill.tsx';
export type { WaitingUpdates } from './shell/updates.rules.ts';
export { UserMenu, type UserMenuProps } from './shell/user-menu.tsx';
export { ViewTabs, type ViewTab, type ViewTabsProps } from './shell/view-tabs.tsx';

export { Banner, type BannerProps } from './feedback/banner.tsx';
export { ConfirmDialog, type ConfirmDialogProps } from './feedback/confirm-dialog.tsx';
export { EmptyState, type EmptyStateProps } from './feedback/empty-state.tsx';
export { ErrorStrip, type ErrorStripProps } from './feedback/error-strip.tsx';
export { OfflineBanner, type OfflineBannerProps } from './feedback/offline-banner.tsx';
export { PendingMark, type PendingState } from './feedback/pending-mark.tsx';
export { SideDrawer, type SideDrawerProps } from './feedback/side-drawer.tsx';
export { SkeletonRows, useLate, type SkeletonRowsProps } from './feedback/skeleton-rows.tsx';
export { notifyCaughtUp, notifyDone, notifyError } from './feedback/toasts.tsx';

export { CloseButton } from './marks/close-button.tsx';
export { CodeChip } from './marks/code-chip.tsx';
export { DueChip, type DueChipProps } from './marks/due-chip.tsx';
export { dueTierOf, dueWords, type DueTier } from './marks/due.rules.ts';
export { Kbd } from './marks/kbd.tsx';
export { Money, type MoneyProps } from './marks/money.tsx';
export { formatCount, formatMoney, type MoneyStyle } from './marks/money.rules.ts';
export { ScoreBar, type ScoreBarProps } from './marks/score-bar.tsx';
export { ScorePopover, type ScorePart, type ScorePopoverProps } from './marks/score-popover.tsx';
export { StageGlyph, StageMark, stages, stageWord, type Stage } from './marks/stage-mark.tsx';
export { StateGlyph, StateMark, type WorkState } from './marks/state-mark.tsx';
export { Tag, type TagProps } from './marks/tag.tsx';
export { TimeMark } from './marks/time-mark.tsx';

export { Face, type FaceProps } from './people/face.tsx';
export { FaceStack, type FaceStackProps } from './people/face-stack.tsx';
export { OwnerFace, type OwnerFaceProps } from './people/owner-face.tsx';
export {
  initialsOf,
  spokenName,
  tintOf,
  type Person,
  type PresenceState,
  type PresentPerson,
} from './people/person.rules.ts';

export { BulkBar, type BulkBarProps } from './grid/bulk-bar.tsx';
export { DataGrid } from './grid/data-grid.tsx';
export {
  rowHeights,
  type DataGridProps,
  type Density,
  type GridColumn,
  type GridHandle,
  type GridSort,
} from './grid/grid.types.ts';
export { useChangedTint } from './grid/use-changed-tint.ts';

export { Board } from './board/board.tsx';
export { BoardCard, type BoardCardProps } from './board/board-card.tsx';
export { MoveMenu, type MoveMenuProps } from './board/move-menu.tsx';
export type {
  BoardCardData,
  BoardColumn,
  BoardLane,
  BoardProps,
  MoveByOther,
  MoveTarget,
  Tally,
} from './board/board.types.ts';

export {
  AdjustmentTable,
  type AdjustedLine,
  type AdjustmentTableProps,
  type LineAdjustment,
} from './case/adjustment-table.tsx';
export { CaseDrawer, type CaseDrawerProps } from './case/case-drawer.tsx';
export { CaseSection, type CaseSectionProps } from './case/case-section.tsx';
export { CaseTitle, type CaseTitleProps } from './case/case-title.tsx';
export { DeadlineLedger, type Deadline } from './case/deadline-ledger.tsx';
export { Facts } from './case/facts.tsx';
export { NextStepBar, type NextStepBarProps } from './case/next-step-bar.tsx';
export { Timeline, type TimelineItem, type TimelineKind } from './case/timeline.tsx';

export { BalanceChecks, type BalanceCheck, type BalanceChecksProps } from './imports/balance-checks.tsx';
export { FaultList, type Fault, type FaultListProps } from './imports/fault-list.tsx';
export { ImportDropZone, type ImportDropZoneProps } from './imports/import-drop-zone.tsx';
export {
  ImportRow,
  ImportTable,
  ProgressLine,
  type ImportLine,
  type ImportRowProps,
  type ImportState,
  type ImportTableProps,
} from './imports/import-table.tsx';

export { SignInCard, type SignInCardProps } from './sign-in/sign-in-card.tsx';
export { AdminTable, type AdminColumn, type AdminTableProps } from './admin/admin-table.tsx';
export { FormDrawer, type FormDrawerProps } from './admin/form-drawer.tsx';

export type { KeyBinding } from './keys/keymap.rules.ts';
export { ShortcutSheet, type ShortcutGroup, type ShortcutSheetProps } from './keys/shortcut-sheet.tsx';
export { useKeymap } from './keys/use-keymap.ts';

export { CommandPalette, type CommandPaletteProps } from './palette/command-palette.tsx';
export type { Command, LookUpState } from './palette/palette.rules.ts';
export { ChangedNotice, type ChangedField } from './admin/changed-notice.tsx';
export { useDrawerLife } from './admin/use-drawer-life.ts';
export { ListStates, NotYours, type ListStatesProps } from './feedback/list-states.tsx';
export { FormProblem, type FormProblemProps } from './admin/form-problem.tsx';

export { CodeSearch, type CodeChoice, type CodeSearchProps } from './chart/code-search.tsx';
export { DocumentList, type DocumentLine, type DocumentListProps } from './chart/document-list.tsx';
export { DocumentText, type DocumentTextProps } from './chart/document-text.tsx';
export { FindingList, type Finding } from './chart/finding-list.tsx';
export { hitsIn, quotesIn, sentenceAt, type TextSpan } from './chart/text-marks.rules.ts';

export { QueryCard, type QueryCardProps, type QueryChoice, type QueryDraft } from './query/query-card.tsx';
export { QueryDone, type QueryDoneProps } from './query/query-done.tsx';
export { QueryEvidenceList, type QueryEvidence } from './query/query-evidence.tsx';
export { QueryList, type QueryBundle, type QueryListProps } from './query/query-list.tsx';

export { Composer, type ComposerFile, type ComposerProps } from './thread/composer.tsx';
export { Conversation, type ConversationEntry, type ConversationProps } from './thread/conversation.tsx';
export { bodyParts, mentionedIn, type BodyPart } from './thread/mention.rules.ts';
export { ReportPanel, type ReportFigure, type ReportPanelProps } from './reports/report-panel.tsx';
export { StackedBars, type StackedBar, type StackedBarsProps } from './reports/stacked-bars.tsx';

export { MoneyLadder, type LadderBar, type LadderLine, type MoneyLadderProps } from './account/money-ladder.tsx';

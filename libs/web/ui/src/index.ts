export { CaseboardProvider } from './theme/caseboard-provider.tsx';
export { theme } from './theme/theme.ts';

export { AppFrame } from './shell/app-frame.tsx';
export { AppLink } from './shell/app-link.tsx';
export { AsOf } from './shell/as-of.tsx';
export { ExportButton } from './shell/export-button.tsx';
export { BoardIcon } from './shell/board-icon.tsx';
export { Brand } from './shell/brand.tsx';
export { ConnectionWord } from './shell/connection-word.tsx';
export { FilterBar, type FilterBarProps, type FilterChip } from './shell/filter-bar.tsx';
export { FilterMenu } from './shell/filter-menu.tsx';
export { FooterBar } from './shell/footer-bar.tsx';
export type { NavItem, NavSection, Navigate } from './shell/nav.types.ts';
export { PageHeader } from './shell/page-header.tsx';
export { queueIcons } from './shell/queue-icons.ts';
export { PaneHeader, SplitPane } from './shell/split-pane.tsx';
export { UpdatesPill } from './shell/updates-pill.tsx';
export type { WaitingUpdates } from './shell/updates.rules.ts';
export { UserMenu } from './shell/user-menu.tsx';
export { ViewTabs, type ViewTabsProps } from './shell/view-tabs.tsx';

export { Banner } from './feedback/banner.tsx';
export { ConfirmDialog } from './feedback/confirm-dialog.tsx';
export { EmptyState } from './feedback/empty-state.tsx';
export { ErrorStrip } from './feedback/error-strip.tsx';
export { OfflineBanner } from './feedback/offline-banner.tsx';
export { PendingMark } from './feedback/pending-mark.tsx';
export { SideDrawer } from './feedback/side-drawer.tsx';
export { SkeletonRows } from './feedback/skeleton-rows.tsx';
export { notifyCaughtUp, notifyDone, notifyError } from './feedback/toasts.tsx';

export { CloseButton } from './marks/close-button.tsx';
export { CodeChip } from './marks/code-chip.tsx';
export { DueChip, type DueChipProps } from './marks/due-chip.tsx';
export { Kbd } from './marks/kbd.tsx';
export { Money } from './marks/money.tsx';
export { formatCount, formatMoney } from './marks/money.rules.ts';
export { ScoreBar } from './marks/score-bar.tsx';
export { ScorePopover } from './marks/score-popover.tsx';
export { StageGlyph, StageMark, stages, stageWord, type Stage } from './marks/stage-mark.tsx';
export { StateGlyph, StateMark, type WorkState } from './marks/state-mark.tsx';
export { Tag } from './marks/tag.tsx';

export { Face } from './people/face.tsx';
export { FaceStack } from './people/face-stack.tsx';
export { OwnerFace } from './people/owner-face.tsx';
export { initialsOf, type Person, type PresenceState, type PresentPerson } from './people/person.rules.ts';

export { BulkBar } from './grid/bulk-bar.tsx';
export { DataGrid } from './grid/data-grid.tsx';
export type { GridColumn, GridHandle } from './grid/grid.types.ts';

export { Board } from './board/board.tsx';
export { MoveMenu } from './board/move-menu.tsx';
export type { BoardCardData, BoardLane, MoveTarget, Tally } from './board/board.types.ts';

export { AdjustmentTable, type AdjustedLine, type LineAdjustment } from './case/adjustment-table.tsx';
export { CaseDrawer } from './case/case-drawer.tsx';
export { CaseSection } from './case/case-section.tsx';
export { CaseTitle } from './case/case-title.tsx';
export { DeadlineLedger, type Deadline } from './case/deadline-ledger.tsx';
export { Facts } from './case/facts.tsx';
export { NextStepBar } from './case/next-step-bar.tsx';
export { Timeline, type TimelineItem, type TimelineKind } from './case/timeline.tsx';

export { BalanceChecks, type BalanceCheck } from './imports/balance-checks.tsx';
export { FaultList } from './imports/fault-list.tsx';
export { ImportDropZone } from './imports/import-drop-zone.tsx';
export { ImportTable, ProgressLine, type ImportLine, type ImportState } from './imports/import-table.tsx';

export { SignInCard } from './sign-in/sign-in-card.tsx';
export { AdminTable, type AdminColumn } from './admin/admin-table.tsx';
export { FormDrawer } from './admin/form-drawer.tsx';

export type { KeyBinding } from './keys/keymap.rules.ts';
export { ShortcutSheet, type ShortcutGroup, type ShortcutSheetProps } from './keys/shortcut-sheet.tsx';
export { useKeymap } from './keys/use-keymap.ts';

export { CommandPalette } from './palette/command-palette.tsx';
export type { Command, LookUpState } from './palette/palette.rules.ts';
export { useDrawerLife } from './admin/use-drawer-life.ts';
export { ListStates, NotYours } from './feedback/list-states.tsx';
export { FormProblem } from './admin/form-problem.tsx';

export { CodeSearch, type CodeChoice } from './chart/code-search.tsx';
export { DocumentList } from './chart/document-list.tsx';
export { DocumentText } from './chart/document-text.tsx';
export { FindingList } from './chart/finding-list.tsx';
export { hitsIn, quotesIn, sentenceAt, type TextSpan } from './chart/text-marks.rules.ts';

export { QueryCard, type QueryDraft } from './query/query-card.tsx';
export { QueryDone } from './query/query-done.tsx';
export { QueryEvidenceList } from './query/query-evidence.tsx';
export { QueryList } from './query/query-list.tsx';

export { Composer, type ComposerFile, type ComposerProps } from './thread/composer.tsx';
export { Conversation, type ConversationEntry } from './thread/conversation.tsx';
export { bodyParts, mentionedIn } from './thread/mention.rules.ts';
export { ReportPanel } from './reports/report-panel.tsx';
export { StackedBars } from './reports/stacked-bars.tsx';

export { MoneyLadder, type LadderBar, type LadderLine } from './account/money-ladder.tsx';

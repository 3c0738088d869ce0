export { ApiError, wordsOf } from './api-error.ts';
export { api, type Ask } from './api-client.ts';
export { useExport } from './use-export.ts';
export { upload, uploadImport } from './upload.ts';
export { isUnread, useUnread } from './use-unread.ts';
export { SessionProvider, useMay, useSession, useSessionState } from './session-context.tsx';
export type { Connection } from './live/live-connection.ts';
export { LiveList, type LiveSource, type LiveState } from './live/live-list.ts';
export { LiveProvider, useConnection, useLiveConnection } from './live/live-provider.tsx';
export type { AppliedChange } from './live/live-rows.ts';
export { useHeardSince } from './live/use-heard-since.ts';
export { useLiveList, type UseLiveList } from './live/use-live-list.ts';
export { useShownRows, type ShownRows } from './live/use-shown-rows.ts';
export type { FreshRow, ShownRow } from './live/shown-rows.rules.ts';
export { useChannelsPresence, usePresence, useSharePresence } from './live/use-presence.ts';
export { ColleaguesProvider, useColleagues } from './colleagues.tsx';
export {
  PageFooter,
  PageFrameContext,
  usePageTitle,
  usePeopleHere,
  type HerePerson,
  type PageFrame,
} from './page-frame.tsx';
export { useGo } from './use-go.ts';
export { useAddress } from './use-address.ts';
export type { AddressPatch } from './address.rules.ts';
export { useRowForm } from './forms/use-row-form.ts';
export { patchOf } from './forms/draft.rules.ts';
export type { FieldErrors } from './forms/field-errors.rules.ts';
export { useMoments } from './use-moments.ts';
export { plainDateWords } from './moments.rules.ts';
export { daysBetween, dueOf, type Deadline } from './due.rules.ts';
export { parseDollars } from './dollars.rules.ts';
export { useToday } from './use-today.ts';
export { isUnanswered, myQueries } from './my-queries.ts';

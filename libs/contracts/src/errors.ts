import * as z from 'zod/mini';

/**
 * The closed list of refusals: code → HTTP status and what the person reads.
 * Missing and invisible look the same (`request/not-found`).
 */
export const ERRORS = {
  'request/invalid': [400, 'The request does not have the expected form.'],
  'request/unreadable': [400, 'The request could not be read.'],
  'request/too-large': [413, 'The file is larger than this server takes.'],
  'request/not-found': [404, 'There is nothing here, or it is not yours to see.'],
  'request/key-missing': [400, 'This change needs an Idempotency-Key header.'],
  'request/key-reused': [422, 'This Idempotency-Key was used for another request. Send a new one.'],
  'request/in-progress': [409, 'The same request is still being carried out. Ask again in a moment.'],
  'request/version-required': [428, 'This change needs an If-Match header with the version you saw.'],
  'request/stale': [412, 'Somebody changed this first. The current row is in the answer.'],
  'request/busy': [503, 'The server is busy with the same rows. Try again in a moment.'],
  'request/too-many': [429, 'Too many requests. Wait as long as Retry-After says.'],
  'request/failed': [500, 'Something went wrong on our side. Nothing was changed.'],
  'access/no-session': [401, 'Sign in to go on.'],
  'access/forbidden': [403, 'Your roles do not allow this.'],
  'access/origin': [403, 'This address may not change anything here.'],
  'identity/wrong-credentials': [401, 'The email or the password is not right.'],
  'identity/too-many-attempts': [429, 'Too many attempts. Wait as long as Retry-After says.'],
  'identity/link-expired': [410, 'This link was used or is too old. Ask for a new one.'],
  'identity/email-taken': [409, 'Somebody already uses this email.'],
  'identity/password-weak': [422, 'Use at least 12 characters that are not a common password.'],
  'identity/last-admin': [409, 'One active administrator must stay.'],
  'identity/name-taken': [409, 'This name is already used.'],
  'records/payer-taken': [409, 'Another payer already has this name or this payer id.'],
  'records/rule-overlap': [409, 'Another rule of this payer already covers these dates.'],
  'import/empty': [422, 'The file is empty.'],
  'import/missing-file': [400, 'Send the file in the multipart field "file".'],
  'import/kind-forbidden': [403, 'Your roles do not import this kind of file.'],
  'work-item/taken': [409, 'Somebody else has this item.'],
  'work-item/closed': [409, 'This item is already done.'],
  'work-item/not-yours': [409, 'You do not hold this item.'],
  'work-item/unknown-person': [422, 'This person is not active here or may not work this item.'],
  'denial/illegal-move': [409, 'A case cannot go from this stage to that one.'],
  'denial/close-incomplete': [
    409,
    'Closing needs the root cause, whether it was preventable, and the dollars recovered.',
  ],
  'records/merge-cycle': [409, 'These two records are one already, or the other was merged itself.'],
  'records/merge-undone': [409, 'This merge was undone already.'],
  'records/clinician-taken': [409, 'This person already signs in as another clinician.'],
  'coding/illegal-move': [409, 'A chart cannot go from this state to that one.'],
  'coding/not-final': [409, 'The chart cannot be finalized yet; the answer says why.'],
  'coding/unknown-code': [422, 'A code is not in the code set for the date of service.'],
  'thread/illegal-move': [409, 'The query is no longer in a state that allows this.'],
  'thread/retracted': [409, 'This question was taken back. It needs no answer.'],
  'thread/wrong-recipient': [422, 'This person cannot be asked about this case.'],
  'thread/answer-empty': [422, 'Choose an option or write an answer.'],
  'thread/file-type': [422, 'Files of this kind are not taken here.'],
  'thread/unknown-file': [422, 'A file of this message was not uploaded here.'],
  'thread/empty-query': [
    422,
    'A query needs a question and at least two ways to answer, or none for an open question.',
  ],
  'claim/not-ready': [409, 'Only claims that are ready can be sent. The answer names those that are not.'],
  'claim/no-decision-open': [
    409,
    'Nothing is to be decided about this claim: somebody did, or its codes did not change.',
  ],
  'claim/fee-taken': [409, 'This code already has a fee from that day on.'],
  'follow-up/illegal-move': [409, 'A follow-up case cannot go from this stage to that one.'],
  'follow-up/promise-day': [422, 'Say the day that was promised; it cannot be in the past.'],
  'rejection/resolved': [409, 'This rejection was already dealt with.'],
  'account/payment-reversed': [409, 'This payment was already taken back.'],
  'account/nothing-due': [409, 'There is nothing to ask of the patient: a statement would be empty.'],
  'account/unknown-visit': [422, 'This visit is not on the account.'],
  'export/too-large': [422, 'The view has more rows than one file takes. Narrow the filters.'],
  'live/unknown-channel': [404, 'There is no such channel, or it is not yours to follow.'],
  'live/too-many-channels': [429, 'This connection follows as many channels as it may.'],
  'live/ended': [401, 'The session ended.'],
  'live/too-fast': [429, 'This connection sends too much.'],
} as const satisfies Record<string, readonly [number, string]>;

export type ErrorCode = keyof typeof ERRORS;

export const errorCode = z.enum(Object.keys(ERRORS) as [ErrorCode, ...ErrorCode[]]);

/** Body of every refusal, `application/problem+json` (RFC 9457). Never holds patient data. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: errorCode,
  instance: z.string(),
  traceId: z.string(),
  /** What was wrong with which part of the body: JSON pointer and words. */
  errors: z.optional(z.array(z.object({ pointer: z.string(), message: z.string() }))),
  /** The row as it is now (409, 412). */
  current: z.optional(z.unknown()),
  /** Who holds it (409 `work-item/taken`). */
  holder: z.optional(z.object({ id: z.string(), name: z.string() })),
});
export type Problem = z.infer<typeof problem>;

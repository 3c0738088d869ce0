import { wordsOf } from '@caseboard/web/kernel';
import { CloseButton, ErrorStrip } from '@caseboard/web/ui';
import { Button, Radio, Textarea, TextInput } from '@mantine/core';
import { IconLock, IconPlus } from '@tabler/icons-react';
import { useEffect } from 'react';
import * as z from 'zod/mini';
import { ALWAYS_OFFERED, optionsOf, QUESTION_MAX } from '../query-draft.rules.ts';
import type { QueryComposer } from '../use-query-composer.ts';
import { useRead } from '../use-read.ts';

const recipients = z.object({
  items: z.array(z.object({ userId: z.string(), name: z.string(), service: z.string(), role: z.string() })),
});
const MOST_OPTIONS = 10;
const NOBODY: z.infer<typeof recipients>['items'] = [];

/** Whom to ask, what about, the question and the answers offered; each error stands at its field. */
export function ComposerFields({ caseId, composer }: { caseId: string; composer: QueryComposer }) {
  const { draft, change, errors } = composer;
  const setOption = (index: number, text: string) =>
    change({ options: draft.options.map((option, at) => (at === index ? text : option)) });
  return (
    <>
      <Recipients caseId={caseId} composer={composer} />
      <TextInput
        data-autofocus
        label="Subject"
        description="What it is about, without the answer"
        maxLength={120}
        value={draft.title}
        error={errors.title}
        onChange={(event) => change({ title: event.currentTarget.value })}
      />
      <Textarea
        label="Question"
        description={`${draft.body.length} of ${QUESTION_MAX} characters`}
        autosize
        minRows={3}
        maxRows={8}
        maxLength={QUESTION_MAX}
        value={draft.body}
        error={errors.body}
        onChange={(event) => change({ body: event.currentTarget.value })}
      />
      <fieldset className="cb-ask-options">
        <legend className="mantine-InputWrapper-label">Answers offered, none for an open question</legend>
        {draft.options.map((option, index) => (
          <div key={index} className="cb-ask-option">
            <TextInput
              aria-label={`Answer ${index + 1}`}
              maxLength={200}
              value={option}
              error={index === 0 ? errors.options : errors.options !== undefined}
              onChange={(event) => setOption(index, event.currentTarget.value)}
            />
            <CloseButton
              label={`Take out answer ${index + 1}`}
              onClick={() => change({ options: draft.options.filter((_, at) => at !== index) })}
            />
          </div>
        ))}
        {optionsOf(draft).length > 0 &&
          ALWAYS_OFFERED.map((text) => (
            <span key={text} className="cb-ask-fixed">
              <IconLock size={14} aria-hidden="true" />
              {text}
              <span className="cb-push cb-small cb-dim">always present</span>
            </span>
          ))}
        <span>
          <Button
            size="xs"
            leftSection={<IconPlus size={14} />}
            disabled={draft.options.length >= MOST_OPTIONS}
            onClick={() => change({ options: [...draft.options, ''] })}
          >
            Answer
          </Button>
        </span>
      </fieldset>
    </>
  );
}

/** The clinicians of the encounter who sign in here, so that a question cannot go to the wrong person; the only one is chosen. */
function Recipients({ caseId, composer }: { caseId: string; composer: QueryComposer }) {
  const { draft, change, errors } = composer;
  const found = useRead(`/threads/recipients?subjectType=coding&subjectId=${caseId}`, recipients);
  const people = found.value?.items ?? NOBODY;
  const only = people.length === 1 ? people[0]?.userId : undefined;
  useEffect(() => {
    if (only !== undefined && draft.recipientId === undefined) change({ recipientId: only });
  }, [only, draft.recipientId, change]);
  if (found.error !== undefined)
    return (
      <ErrorStrip title="Who can be asked could not be read." onRetry={found.again}>
        {wordsOf(found.error).text}
      </ErrorStrip>
    );
  return (
    <Radio.Group
      label="To"
      value={draft.recipientId ?? ''}
      error={errors.recipientId}
      onChange={(recipientId) => change({ recipientId })}
    >
      {people.map(({ userId, name, service, role }) => (
        <Radio
          key={userId}
          value={userId}
          mt={4}
          label={
            <>
              <b>{name}</b> <span className="cb-dim">{[role, service].filter((part) => part !== '').join(', ')}</span>
            </>
          }
        />
      ))}
      {found.value && people.length === 0 && (
        <p className="cb-small cb-warn">
          No clinician of this encounter signs in here. An administrator can say who they are.
        </p>
      )}
    </Radio.Group>
  );
}

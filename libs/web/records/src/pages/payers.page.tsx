import { PageFooter, useAddress, useLiveList, useMay, useMoments, usePageTitle, wordsOf } from '@caseboard/web/kernel';
import { AsOf, EmptyState, FooterBar, ListStates, NotYours, PageHeader, SplitPane, useKeymap } from '@caseboard/web/ui';
import { Button, TextInput } from '@mantine/core';
import { IconFileDollar, IconFilter, IconPlus } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { PayerDialogs, type PayerDoing } from '../components/payer-dialogs.tsx';
import { PayerPane } from '../components/payer-pane.tsx';
import { PayerTable } from '../components/payer-table.tsx';
import { payerAnswersTo } from '../payer-rule-words.rules.ts';
import { payersSource } from '../records.sources.ts';

/** Payers and the dated rules that set deadlines. */
export function PayersPage() {
  usePageTitle('Payers');
  const may = useMay();
  return may('records.payer.read') && may('identity.user.read') ? <Payers /> : <NotYours noun="payers" />;
}

function Payers() {
  const canManage = useMay()('records.payer.manage');
  const { values, change } = useAddress();
  const { rows, byId, state, reload, loadMore } = useLiveList(payersSource);
  const { nowExact } = useMoments();
  const [typed, setTyped] = useState('');
  const [doing, setDoing] = useState<PayerDoing>();
  const find = useRef<HTMLInputElement>(null);
  const chosen = values.payer === undefined ? undefined : byId.get(values.payer);
  const start = (next: Omit<PayerDoing, 'key'>) => setDoing({ ...next, key: Date.now() });
  const choose = (payer: string | undefined) => change({ payer });
  useKeymap([
    { keys: '/', run: () => find.current?.focus() },
    { keys: 'n', run: () => start({ what: 'add-payer' }), isOff: !canManage },
    { keys: 'Escape', run: () => choose(undefined), isOff: chosen === undefined },
  ]);
  const found = rows.filter((payer) => payerAnswersTo(payer, typed)).sort((a, b) => a.name.localeCompare(b.name));
  const acts = chosen &&
    canManage && {
      rename: () => start({ what: 'change-payer', payerId: chosen.id }),
      add: () => start({ what: 'add-rule', payerId: chosen.id }),
      change: ({ id }: { id: string }) => start({ what: 'change-rule', payerId: chosen.id, ruleId: id }),
      end: ({ id }: { id: string }) => start({ what: 'end-rule', payerId: chosen.id, ruleId: id }),
      remove: ({ id }: { id: string }) => start({ what: 'remove-rule', payerId: chosen.id, ruleId: id }),
    };
  const truth = `${rows.length} ${rows.length === 1 ? 'payer' : 'payers'}`;
  return (
    <>
      <PageHeader
        title="Payers"
        truth={state.status === 'ready' ? truth : undefined}
        actions={
          <>
            <TextInput
              ref={find}
              size="xs"
              aria-label="Find a payer"
              placeholder="Find a payer  /"
              value={typed}
              onChange={(event) => setTyped(event.currentTarget.value)}
            />
            {canManage && (
              <Button
                variant="filled"
                leftSection={<IconPlus size={14} />}
                onClick={() => start({ what: 'add-payer' })}
              >
                Add payer
              </Button>
            )}
          </>
        }
      />
      <SplitPane
        label="Rules of the payer"
        {...(chosen
          ? { side: <PayerPane payer={chosen} acts={acts || undefined} onClose={() => choose(undefined)} /> }
          : {})}
      >
        <ListStates
          status={state.status}
          failure={state.status === 'failed' ? wordsOf(state.error) : undefined}
          onRetry={reload}
          noun="payers"
          columns="minmax(160px, 1.4fr) 110px minmax(200px, 2fr) 50px"
        >
          {found.length > 0 ? (
            <PayerTable payers={found} chosenId={chosen?.id} onOpen={({ id }) => choose(id)} />
          ) : (
            <NoPayer typed={typed} onShowAll={() => setTyped('')} />
          )}
          {state.hasMore && (
            <Button className="cb-more" onClick={loadMore}>
              Show more
            </Button>
          )}
        </ListStates>
      </SplitPane>
      <PayerDialogs doing={doing} payers={byId} onMade={choose} onGone={() => setDoing(undefined)} />
      <PageFooter>
        <FooterBar
          start="Rules set the deadlines of cases from the day they hold"
          end={state.status === 'ready' ? <AsOf seq={state.asOf} time={nowExact()} /> : undefined}
        />
      </PageFooter>
    </>
  );
}

function NoPayer({ typed, onShowAll }: { typed: string; onShowAll: () => void }) {
  if (typed !== '')
    return (
      <EmptyState
        icon={IconFilter}
        title={`No payer answers to “${typed}”`}
        action={<Button onClick={onShowAll}>Show every payer</Button>}
      />
    );
  return (
    <EmptyState icon={IconFileDollar} title="No payer yet">
      Payers come by themselves with the first 835 or 837 that names them. Their rules are written here.
    </EmptyState>
  );
}

import type { PresenceNotice, PresenceState } from '@caseboard/contracts';
import type { PresenceWord } from './presence-word.ts';

const LASTS_MS = 30_000;
const MOST_SEATS = 20;
const MOST_PEOPLE = 500;
const STRENGTH: Record<PresenceState, number> = { away: 0, viewing: 1, editing: 2 };

/** Where one connection is, until when. */
interface Seat extends PresenceWord {
  state: PresenceState;
  until: number;
}

/** A channel of an organisation. */
export interface Place {
  orgId: string;
  channel: string;
}

/** Who is on which row, over all nodes; held in memory only and gone 30 s after the last word. */
export class PresenceBook {
  private readonly places = new Map<string, Map<string, Seat>>();

  /** Takes a word; true: what the channel shows changed. */
  hear(word: PresenceWord, now: number): boolean {
    const seats = this.places.get(keyOf(word)) ?? new Map<string, Seat>();
    const key = `${word.socketId} ${word.id}`;
    const held = seats.get(key);
    if (word.state === null) this.free(word, seats, key);
    else if (held || this.countOf(seats, word.socketId) < MOST_SEATS) {
      seats.set(key, { ...word, state: word.state, until: now + LASTS_MS });
      this.places.set(keyOf(word), seats);
    }
    return (seats.get(key)?.state ?? null) !== (held?.state ?? null);
  }

  /** The words that say good-bye for a connection, everywhere or on one channel. */
  farewells(socketId: string, channel?: string): PresenceWord[] {
    const seats = [...this.places.values()].flatMap((held) => [...held.values()]);
    return seats
      .filter((seat) => seat.socketId === socketId && (channel === undefined || seat.channel === channel))
      .map(({ until: _until, ...word }) => ({ ...word, state: null }));
  }

  /** Drops what was not repeated in time; the channels that changed. */
  expire(now: number): Place[] {
    const changed = new Map<string, Place>();
    for (const [place, seats] of this.places) {
      for (const [key, seat] of seats) {
        if (seat.until > now) continue;
        this.free(seat, seats, key);
        changed.set(place, seat);
      }
    }
    return [...changed.values()];
  }

  /** Channels with somebody on them. */
  occupied(): Place[] {
    return [...this.places.values()].flatMap((seats) => [...seats.values()].slice(0, 1));
  }

  /** People, not connections: one entry a person and row, with the strongest of their states. */
  people(place: Place): PresenceNotice['people'] {
    const shown = new Map<string, PresenceNotice['people'][number]>();
    for (const { id, userId, name, state } of this.places.get(keyOf(place))?.values() ?? []) {
      const held = shown.get(`${id} ${userId}`);
      if (!held || STRENGTH[state] > STRENGTH[held.state]) shown.set(`${id} ${userId}`, { id, userId, name, state });
    }
    return [...shown.values()].slice(0, MOST_PEOPLE);
  }

  private free(place: Place, seats: Map<string, Seat>, key: string): void {
    seats.delete(key);
    if (seats.size === 0) this.places.delete(keyOf(place));
  }

  private countOf(seats: Map<string, Seat>, socketId: string): number {
    return [...seats.values()].filter((seat) => seat.socketId === socketId).length;
  }
}

const keyOf = ({ orgId, channel }: Place) => `${orgId}|${channel}`;

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Conversations bound to cases: threads, who takes part and how far they read, messages, attached files. */
export class Threads1764000000010 implements MigrationInterface {
  name = 'Threads1764000000010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA threads;

      CREATE TABLE threads.thread (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        number text NOT NULL,
        kind text NOT NULL CHECK (kind IN ('message', 'query')),
        state text NOT NULL CHECK (state IN
          ('open', 'sent', 'viewed', 'need-info', 'not-my-patient', 'answered', 'reviewed', 'closed', 'retracted')),
        subject_type text NOT NULL,
        subject_id uuid NOT NULL,
        -- Copied from the case, and again whenever it changes there.
        subject_number text NOT NULL,
        patient text NOT NULL,
        facility_id uuid,
        title text NOT NULL,
        body text NOT NULL,
        options jsonb NOT NULL DEFAULT '[]',
        indicators jsonb NOT NULL DEFAULT '[]',
        answer jsonb,
        outcome text,
        asked_by uuid NOT NULL,
        recipient_id uuid,
        asked_at timestamptz NOT NULL,
        due_at timestamptz,
        message_count int NOT NULL DEFAULT 0,
        last_message_at timestamptz,
        last_author_id uuid,
        -- Of the newest message, or of the asking: lists go by it.
        active_at timestamptz NOT NULL,
        version int NOT NULL DEFAULT 1,
        PRIMARY KEY (org_id, id),
        UNIQUE (org_id, number),
        FOREIGN KEY (org_id, asked_by) REFERENCES identity.user_account (org_id, id),
        FOREIGN KEY (org_id, recipient_id) REFERENCES identity.user_account (org_id, id),
        FOREIGN KEY (org_id, facility_id) REFERENCES identity.facility (org_id, id)
      ) WITH (fillfactor = 80);
      CREATE UNIQUE INDEX thread_of_case ON threads.thread (org_id, subject_type, subject_id) WHERE kind = 'message';
      CREATE INDEX thread_subject ON threads.thread (org_id, subject_type, subject_id);
      CREATE INDEX thread_active ON threads.thread (org_id, active_at DESC, id DESC);
      CREATE INDEX thread_recipient ON threads.thread (org_id, recipient_id, active_at DESC) WHERE recipient_id IS NOT NULL;
      CREATE INDEX thread_facility ON threads.thread (org_id, facility_id, id) WHERE facility_id IS NOT NULL;
      CREATE INDEX thread_number ON threads.thread (org_id, number COLLATE "C");

      CREATE TABLE threads.participant (
        org_id uuid NOT NULL,
        thread_id uuid NOT NULL,
        user_id uuid NOT NULL,
        up_to int NOT NULL DEFAULT 0,
        joined_at timestamptz NOT NULL,
        PRIMARY KEY (org_id, thread_id, user_id),
        FOREIGN KEY (org_id, thread_id) REFERENCES threads.thread (org_id, id),
        FOREIGN KEY (org_id, user_id) REFERENCES identity.user_account (org_id, id)
      ) WITH (fillfactor = 70);
      CREATE INDEX participant_user ON threads.participant (org_id, user_id, thread_id);

      CREATE TABLE threads.message (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        thread_id uuid NOT NULL,
        ordinal int NOT NULL CHECK (ordinal > 0),
        kind text NOT NULL CHECK (kind IN ('message', 'answer', 'addendum', 'event')),
        author_id uuid,
        body text NOT NULL,
        mention_ids uuid[] NOT NULL,
        at timestamptz NOT NULL,
        PRIMARY KEY (org_id, id),
        UNIQUE (org_id, thread_id, ordinal),
        FOREIGN KEY (org_id, thread_id) REFERENCES threads.thread (org_id, id),
        FOREIGN KEY (org_id, author_id) REFERENCES identity.user_account (org_id, id)
      );

      -- Uploaded first, bound to a message when it is posted.
      CREATE TABLE threads.attachment (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        thread_id uuid,
        message_id uuid,
        name text NOT NULL,
        bytes bigint NOT NULL,
        media_type text NOT NULL,
        by_id uuid NOT NULL,
        at timestamptz NOT NULL,
        PRIMARY KEY (org_id, id),
        CHECK ((thread_id IS NULL) = (message_id IS NULL)),
        FOREIGN KEY (org_id, id) REFERENCES kernel.file (org_id, id),
        FOREIGN KEY (org_id, thread_id) REFERENCES threads.thread (org_id, id),
        FOREIGN KEY (org_id, message_id) REFERENCES threads.message (org_id, id),
        FOREIGN KEY (org_id, by_id) REFERENCES identity.user_account (org_id, id)
      );
      CREATE INDEX attachment_message ON threads.attachment (org_id, message_id, id) WHERE message_id IS NOT NULL;
      CREATE INDEX attachment_loose ON threads.attachment (org_id, at) WHERE message_id IS NULL;

      CALL kernel.protect('threads.thread');
      CALL kernel.protect('threads.participant');
      CALL kernel.protect('threads.message');
      CALL kernel.protect('threads.attachment');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA threads CASCADE');
  }
}

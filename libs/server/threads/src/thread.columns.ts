/** Columns of a thread aliased `t`, named as the row's fields. */
export const THREAD_COLUMNS = `t.id, t.number, t.kind, t.state, t.subject_type AS "subjectType", t.subject_id AS "subjectId",
  t.subject_number AS "subjectNumber", t.patient, t.facility_id AS "facilityId",
  EXISTS (SELECT 1 FROM identity.facility f WHERE f.org_id = t.org_id AND f.id = t.facility_id AND f.is_gated) AS "isRestricted",
  t.title, t.body, t.options, t.indicators, t.answer, t.outcome, t.asked_by AS "askedById", t.recipient_id AS "recipientId",
  t.asked_at AS "askedAt", t.due_at AS "dueAt", t.message_count AS "messageCount", t.last_message_at AS "lastMessageAt",
  t.last_author_id AS "lastAuthorId", t.active_at AS "activeAt", t.version,
  coalesce((SELECT json_agg(json_build_object('userId', p.user_id, 'upTo', p.up_to) ORDER BY p.joined_at, p.user_id)
    FROM threads.participant p WHERE p.org_id = t.org_id AND p.thread_id = t.id), '[]') AS reads`;

/** Columns of a message aliased `m`. */
export const MESSAGE_COLUMNS = `m.id, m.thread_id AS "threadId", m.ordinal, m.kind, m.author_id AS "authorId", m.body,
  m.mention_ids AS "mentionIds", m.at,
  coalesce((SELECT json_agg(json_build_object('id', a.id, 'name', a.name, 'bytes', a.bytes) ORDER BY a.id)
    FROM threads.attachment a WHERE a.org_id = m.org_id AND a.message_id = m.id), '[]') AS files`;

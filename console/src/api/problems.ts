import i18n from 'i18next';
import { fieldMessage } from './fieldMessages';

/** An error of the API (RFC 9457), or that it could not be reached (`code` is `offline`). */
export class ApiProblem extends Error {
  readonly code: string;
  readonly status: number;
  readonly title: string;
  readonly detail: string | undefined;
  readonly errors: readonly FieldProblem[];
  /** Seconds to wait before coming again, where it was said. */
  readonly retryAfter: number | undefined;
  /** What else the problem holds, such as `limit` or `triesLeft`. */
  readonly members: Readonly<Record<string, unknown>>;

  constructor(status: number, body: Partial<ProblemBody>, retryAfter?: number) {
    const code = body.type?.replace(/^.*\/problems\//, '') ?? `http-${status}`;
    super(body.title ?? code);
    this.name = 'ApiProblem';
    this.code = code;
    this.status = status;
    this.title = body.title ?? code;
    this.detail = body.detail;
    this.errors = body.errors ?? [];
    this.retryAfter = retryAfter;
    this.members = body;
  }

  /** Whether the same request may work a little later, unchanged. */
  get passing(): boolean {
    return this.status === 0 || this.status === 408 || this.status === 429 || this.status >= 500;
  }
}

export interface FieldProblem {
  field: string;
  message: string;
}

interface ProblemBody {
  type: string;
  title: string;
  status: number;
  detail: string;
  errors: FieldProblem[];
}

export function offlineProblem(): ApiProblem {
  return new ApiProblem(0, { type: '/problems/offline', title: 'Offline' });
}

export async function problemOf(answer: Response): Promise<ApiProblem> {
  const retryAfter = Number(answer.headers.get('Retry-After'));
  let body: Partial<ProblemBody> = {};
  try {
    body = (await answer.json()) as Partial<ProblemBody>;
  } catch {
    // No JSON: a proxy's page. The status says what there is to say.
  }
  return new ApiProblem(
    answer.status,
    body,
    Number.isFinite(retryAfter) && retryAfter > 0 ? retryAfter : undefined,
  );
}

/** What went wrong, in the reader's language, with what they can do: ours where we have words for it, else the API's. */
export function problemText(failure: unknown): string {
  if (!(failure instanceof ApiProblem)) return i18n.t('problems:unexpected');
  const key = `problems:codes.${failure.code}` as 'problems:codes.offline';
  const known = i18n.exists(key as string);
  if (known) return i18n.t(key, { ...failure.members });
  if (failure.status >= 500) return i18n.t('problems:server');
  const first = failure.errors[0];
  if (first) return `${failure.title}: ${first.field} ${first.message}`;
  return failure.detail ?? failure.title;
}

/** Messages by field, for a form. */
export function fieldErrors(failure: unknown): Record<string, string> {
  if (!(failure instanceof ApiProblem)) return {};
  return Object.fromEntries(failure.errors.map(({ field, message }) => [field, fieldMessage(message)]));
}

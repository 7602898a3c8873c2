import { paths } from '../paths.ts';

const headings: Partial<Record<number, string>> = {
  401: 'Sign in first',
  403: 'You may not do this',
  404: 'There is nothing here',
  409: 'This has changed',
  413: 'That was too large',
  429: 'Too many requests',
  503: 'Vetra is not available at the moment',
};

type ErrorMessageProps = {
  status: number;
  message: string;
  /** where the person's own work is, when they are signed in */
  work: string | undefined;
};

/** What happened and what to do. */
export function ErrorMessage({ status, message, work }: ErrorMessageProps) {
  return (
    <div class="stack">
      <h1>{headings[status] ?? 'Something went wrong here'}</h1>
      <p>{message}</p>
      <p>
        {work === undefined ? (
          <a href={paths.home()}>To the start page</a>
        ) : (
          <a href={work}>Back to your work</a>
        )}
      </p>
    </div>
  );
}

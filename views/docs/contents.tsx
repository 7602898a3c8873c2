import { chapters } from './guide.tsx';
import { areaAnchor, type Reference } from './reference.ts';

/** What the page holds, beside it on a wide screen and folded above it on a narrow one. */
export function Contents({ areas }: Pick<Reference, 'areas'>) {
  return (
    <nav class="contents" aria-label="Contents">
      <h2>Guide</h2>
      <ul>
        {chapters.map(([id, title]) => (
          <li>
            <a href={`#${id}`}>{title}</a>
          </li>
        ))}
      </ul>
      {areas.map((area) => (
        <>
          <h2>
            <a href={`#${areaAnchor(area.name)}`}>{area.name}</a>
          </h2>
          <ul>
            {area.operations.map((operation) => (
              <li>
                <a href={`#${operation.id}`}>{operation.summary}</a>
              </li>
            ))}
          </ul>
        </>
      ))}
      <h2>
        <a href="#forms">What is answered</a>
      </h2>
      <h2>
        <a href="#problems">Kinds of refusal</a>
      </h2>
    </nav>
  );
}

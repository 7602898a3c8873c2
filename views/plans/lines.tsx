/** Phrases one under the other. */
export function Lines({ words }: { words: readonly string[] }) {
  return (
    <span>
      {words.map((each, i) => (
        <>
          {i === 0 ? null : <br />}
          {each}
        </>
      ))}
    </span>
  );
}

/** Phrases one under the other. */
export function Lines({ words }: { words: readonly string[] }) {
  return (
    <>
      {words.map((each, i) => (
        <>
          {i === 0 ? null : <br />}
          {each}
        </>
      ))}
    </>
  );
}

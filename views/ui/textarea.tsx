import { controlProps, FieldBox, type FieldFrame } from './field.tsx';

type TextareaProps = FieldFrame & {
  value?: string | undefined;
  rows?: number | undefined;
  maxlength?: number | undefined;
  required?: boolean | undefined;
};

/** Text of more than one line. */
export function Textarea({ value, rows = 3, maxlength, required, ...frame }: TextareaProps) {
  return (
    <FieldBox frame={frame}>
      <textarea {...controlProps(frame)} rows={rows} maxLength={maxlength} required={required}>
        {value}
      </textarea>
    </FieldBox>
  );
}

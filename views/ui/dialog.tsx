import type { ComponentChildren } from 'preact';
import { Button, type ButtonLook } from './button.tsx';
import { Icon } from './icon.tsx';

type AlertDialogProps = {
  id: string;
  title: string;
  children: ComponentChildren;
  actions: ComponentChildren;
};

/** An alert that is open when it arrives and works without script; script makes it modal. */
export function AlertDialog({ id, title, children, actions }: AlertDialogProps) {
  return (
    <dialog
      open
      id={id}
      role="alertdialog"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-text`}
      data-modal
    >
      <Icon name="warning" />
      <h2 id={`${id}-title`} tabIndex={-1}>
        {title}
      </h2>
      <div id={`${id}-text`}>{children}</div>
      <div class="actions">{actions}</div>
    </dialog>
  );
}

type PopDialogProps = { id: string; title: string; children: ComponentChildren };

/** A small dialog opened by a DialogButton of the same id; needs no script. */
export function PopDialog({ id, title, children }: PopDialogProps) {
  return (
    <dialog popover="auto" id={id} class="pop" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      {children}
    </dialog>
  );
}

type DialogButtonProps = {
  dialog: string;
  look?: ButtonLook | undefined;
  keys?: string | undefined;
  slim?: boolean | undefined;
  children: ComponentChildren;
};

/** Opens or closes the PopDialog with that id. */
export function DialogButton({ dialog, children, ...rest }: DialogButtonProps) {
  return (
    <Button {...rest} type="button" popovertarget={dialog}>
      {children}
    </Button>
  );
}

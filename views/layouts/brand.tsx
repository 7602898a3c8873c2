import { Icon } from '../ui/icon.tsx';

export type BrandProps = {
  name: string;
  href: string /** The address of an organisation's own mark. */;
  logo?: string | undefined;
};

/** Whose product this is, and the way home. */
export function Brand({ name, href, logo }: BrandProps) {
  return (
    <a class="brand" href={href}>
      {logo === undefined ? <Icon name="mark" size={24} /> : <img src={logo} alt="" height={28} />}
      <span>{name}</span>
    </a>
  );
}

import { paths } from '../../../views/paths.ts';
import { operations } from '../v1/routes.ts';
import { type OperationObject, operationObject } from './operation-object.ts';
import { type JsonSchema, type Schema, Schemas } from './schemas.ts';

/** The OpenAPI 3.1 document of the API. */
export interface OpenApi {
  openapi: string;
  info: { title: string; version: string; description: string };
  servers: { url: string; description: string }[];
  tags: { name: string; description: string }[];
  security: Record<string, never[]>[];
  paths: Record<string, Record<string, OperationObject>>;
  components: { securitySchemes: Record<string, Schema>; schemas: Record<string, JsonSchema> };
}

const tags = [
  { name: 'Claims', description: 'Filing claims and following them.' },
  { name: 'Authorizations', description: 'Asking beforehand, and checking what was granted.' },
  { name: 'Eligibility', description: 'Who is covered for what, asked before care.' },
  { name: 'Network', description: 'The facilities that may file claims, and what they are paid.' },
  { name: 'Services', description: 'What can be billed.' },
  { name: 'Plans', description: 'What is covered, version by version.' },
  { name: 'Clients', description: 'Companies that buy cover for their people.' },
  { name: 'Enrollees', description: 'Who is covered.' },
  { name: 'Imports', description: 'Files of rows: checked, applied, and what became of each row.' },
  { name: 'Events', description: 'What happened since you last asked.' },
];

const description =
  'Files claims with a health insurer, and keeps facilities, services and enrollees in step. Money is whole minor units of one currency; moments are UTC. Every refusal is problem+json (RFC 9457).';

/** `/v1/claims/:number` as OpenAPI writes it: `/v1/claims/{number}`. */
export const templateOf = (pattern: string): string => pattern.replace(/:(\w+)/g, '{$1}');

function makeDocument(): OpenApi {
  const schemas = new Schemas();
  const addresses: Record<string, Record<string, OperationObject>> = {};
  for (const operation of operations) {
    const address = templateOf(operation.path);
    addresses[address] = {
      ...addresses[address],
      [operation.method.toLowerCase()]: operationObject(operation, schemas),
    };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Vetra API', version: '1', description },
    servers: [{ url: paths.home(), description: 'this installation' }],
    tags,
    security: [{ key: [] }],
    paths: addresses,
    components: {
      securitySchemes: {
        key: {
          type: 'apiKey',
          in: 'header',
          name: 'x-api-key',
          description: 'A key of one tenant or one facility.',
        },
      },
      schemas: schemas.components,
    },
  };
}

let made: OpenApi | null = null;
let text: string | null = null;

/** The document, made once from the table of operations. What is undefined in it is not sent. */
export function openapiDocument(): Readonly<OpenApi> {
  made ??= makeDocument();
  return made;
}

/** The document as JSON, made once. */
export function openapiText(): string {
  text ??= JSON.stringify(openapiDocument());
  return text;
}

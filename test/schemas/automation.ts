// The forms of the files that start checks on other machines, to hold ours to. No package on npm carries them; they are
// written here from the texts named beside each, key by key and with no key that is not there.
import { Ajv } from 'ajv';

const ajv = new Ajv({ strict: false, allErrors: true });

const text = { type: 'string', minLength: 1 } as const;
const scalars = {
  type: 'object',
  minProperties: 1,
  propertyNames: { pattern: '^[A-Za-z_][\\w-]*$' },
  additionalProperties: { type: ['string', 'number', 'boolean'] },
} as const;
const access = { enum: ['read', 'write', 'none'] } as const;

/** One step: an action with what it takes, or commands for the shell. */
const step = {
  type: 'object',
  additionalProperties: false,
  oneOf: [{ required: ['uses'] }, { required: ['run'] }],
  properties: {
    name: text,
    if: text,
    env: scalars,
    // `owner/repository@revision`
    uses: { type: 'string', pattern: '^[\\w.-]+/[\\w./-]+@[\\w./-]+$' },
    with: scalars,
    run: text,
    shell: text,
    'working-directory': text,
    'continue-on-error': { type: 'boolean' },
  },
  dependencies: { with: ['uses'], shell: ['run'] },
} as const;

/** docs.github.com, "Workflow syntax for GitHub Actions". */
export const githubWorkflow = ajv.compile({
  type: 'object',
  additionalProperties: false,
  required: ['on', 'jobs'],
  properties: {
    name: text,
    // "Events that trigger workflows"
    on: {
      type: 'array',
      minItems: 1,
      items: { enum: ['push', 'pull_request', 'workflow_dispatch', 'schedule'] },
    },
    permissions: {
      type: 'object',
      additionalProperties: false,
      properties: { contents: access, checks: access, 'pull-requests': access, 'security-events': access },
    },
    jobs: {
      type: 'object',
      minProperties: 1,
      // "must start with a letter or _ and contain only alphanumeric characters, -, or _"
      propertyNames: { pattern: '^[A-Za-z_][\\w-]*$' },
      additionalProperties: {
        type: 'object',
        additionalProperties: false,
        required: ['runs-on', 'steps'],
        properties: {
          name: text,
          'runs-on': { type: 'string', pattern: '^(?:ubuntu|windows|macos)-[\\w.]+$' },
          env: scalars,
          steps: { type: 'array', minItems: 1, items: step },
        },
      },
    },
  },
});

/** docs.gitlab.com, "CI/CD YAML syntax reference": jobs by name, beside the names that GitLab keeps for itself. */
export const gitlabPipeline = ajv.compile({
  type: 'object',
  minProperties: 1,
  propertyNames: {
    not: {
      enum: [
        'image',
        'services',
        'stages',
        'types',
        'before_script',
        'after_script',
        'variables',
        'cache',
        'include',
        'true',
        'false',
        'nil',
        'pages:deploy',
      ],
    },
  },
  additionalProperties: {
    type: 'object',
    additionalProperties: false,
    required: ['script'],
    properties: {
      image: text,
      // Strings and integers are allowed; a number in quotes is the same everywhere.
      variables: { type: 'object', additionalProperties: { type: ['string', 'integer'] } },
      // A command with a colon and no quotes would be a map here.
      script: { type: 'array', minItems: 1, items: text },
      artifacts: {
        type: 'object',
        additionalProperties: false,
        properties: {
          when: { enum: ['on_success', 'on_failure', 'always'] },
          paths: { type: 'array', items: text },
          reports: {
            type: 'object',
            additionalProperties: false,
            properties: { codequality: text, junit: text },
          },
        },
      },
    },
  },
});

/** pre-commit.com, "Adding pre-commit plugins to your project" and "Repository local hooks". */
export const preCommitConfig = ajv.compile({
  type: 'object',
  additionalProperties: false,
  required: ['repos'],
  properties: {
    repos: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['repo', 'hooks'],
        properties: {
          repo: { const: 'local' },
          hooks: {
            type: 'array',
            minItems: 1,
            items: {
              type: 'object',
              additionalProperties: false,
              required: ['id', 'name', 'entry', 'language'],
              properties: {
                id: { type: 'string', pattern: '^[\\w-]+$' },
                name: text,
                entry: text,
                language: { enum: ['system', 'node', 'script'] },
                pass_filenames: { type: 'boolean' },
                always_run: { type: 'boolean' },
                files: text,
                stages: {
                  type: 'array',
                  items: { enum: ['pre-commit', 'pre-push', 'commit-msg', 'manual'] },
                },
              },
            },
          },
        },
      },
    },
  },
});

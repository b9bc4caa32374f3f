import tseslint from 'typescript-eslint';

// What a machine can keep of our style. Each rule of ours has a planted violation in test/architecture/lint.test.ts.

const noEnum = { selector: 'TSEnumDeclaration', message: 'Use a union of literals: it is checked, and costs nothing.' };
const noClass = {
  selector: ':matches(ClassDeclaration, ClassExpression):not([superClass.name=/Error$/])',
  message: 'Use functions and plain values. Only errors are classes.',
};
const noDefaultExport = {
  selector: ':matches(ExportDefaultDeclaration, ExportSpecifier[exported.name="default"])',
  message: 'Export by name, so that a thing has one name everywhere.',
};
const noRawHtml = {
  selector:
    ':matches(JSXAttribute[name.name="dangerouslySetInnerHTML"], Property[key.name="dangerouslySetInnerHTML"], Property[key.value="dangerouslySetInnerHTML"])',
  message: 'Raw HTML is for src/design only, where its source can be seen to be safe.',
};

const inMarkup = ':matches(JSXElement, JSXFragment) > JSXExpressionContainer > ';
const branches = ['', 'ConditionalExpression > ', 'LogicalExpression > ', 'BinaryExpression > '];
const noWords = [
  'JSXText[value=/[A-Za-z]{2}/]',
  'JSXAttribute[name.name=/^(alt|aria-label|label|placeholder|title)$/] > Literal[value=/[A-Za-z]{2}/]',
  ...branches.map((branch) => `${inMarkup}${branch}Literal[value=/[A-Za-z]{2}/]`),
  ...branches.map((branch) => `${inMarkup}${branch}TemplateLiteral > TemplateElement[value.raw=/[A-Za-z]{2}/]`),
].map((selector) => ({ selector, message: 'Words live in locales/, where they can be translated.' }));

const restrict = (...rules) => ({ 'no-restricted-syntax': ['error', ...rules.flat()] });

export default tseslint.config(
  { ignores: ['dist', 'data', 'reports', 'coverage', '.stryker-tmp', '**/*.js', '**/*.cjs'] },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.base],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-import-type-side-effects': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-var': 'error',
      'prefer-const': 'error',
      ...restrict(noEnum, noClass),
    },
  },
  { files: ['src/**/*.ts'], rules: restrict(noEnum, noClass, noDefaultExport, noRawHtml) },
  { files: ['src/**/*.tsx'], rules: restrict(noEnum, noClass, noDefaultExport, noRawHtml, noWords) },
  { files: ['src/design/**/*.ts'], rules: restrict(noEnum, noClass, noDefaultExport) },
  { files: ['src/design/**/*.tsx'], rules: restrict(noEnum, noClass, noDefaultExport, noWords) },
  { files: ['src/**/*.test.tsx', 'src/*/testing/**/*.tsx'], rules: restrict(noEnum, noClass, noDefaultExport) },
);

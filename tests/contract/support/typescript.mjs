// Values written out as TypeScript and judged by its compiler.
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('..', import.meta.url));

/**
 * Checks values against types.
 * @param name of the folder that the files are kept in, for somebody who looks for the mistake.
 * @param imports lines at the head of each file.
 * @param values `{ type, value, about }`: the type that each must have.
 * @returns the compiler's complaints; empty when there are none.
 */
export function complaints(name, imports, values) {
  const folder = join(here, 'out', name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const files = values.map(({ type, value, about }, number) => {
    const file = join(folder, `${String(number).padStart(4, '0')}.ts`);
    writeFileSync(file, `// ${about.replaceAll('\n', ' ')}\n${imports}\nexport const value: ${type} = ${JSON.stringify(value, null, 2)};\n`);
    return file;
  });
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({
    compilerOptions: { strict: true, noEmit: true, target: 'es2023', module: 'nodenext', skipLibCheck: true, types: [] }, files,
  }));
  const { stdout, status } = spawnSync(process.execPath, [join(here, 'node_modules/typescript/bin/tsc'), '-p', folder], { encoding: 'utf8' });
  return status === 0 ? '' : stdout;
}

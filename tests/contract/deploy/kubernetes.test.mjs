// What deploy/kubernetes renders to, by the schemas of Kubernetes and of the Prometheus operator.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { ServiceMonitor } from '@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1/ServiceMonitor';
import { Deployment } from 'kubernetes-models/apps/v1/Deployment';
import { NetworkPolicy } from 'kubernetes-models/networking.k8s.io/v1/NetworkPolicy';
import { PodDisruptionBudget } from 'kubernetes-models/policy/v1/PodDisruptionBudget';
import { ConfigMap } from 'kubernetes-models/v1/ConfigMap';
import { Service } from 'kubernetes-models/v1/Service';
import { parseAllDocuments } from 'yaml';

const models = { ConfigMap, Deployment, NetworkPolicy, PodDisruptionBudget, Service, ServiceMonitor };
const skip = spawnSync('kubectl', ['version', '--client']).status === 0 ? false : 'there is no kubectl';

const rendered = () => parseAllDocuments(
  execFileSync('kubectl', ['kustomize', fileURLToPath(new URL('../../../deploy/kubernetes', import.meta.url))], { encoding: 'utf8' }),
).map(document => document.toJS());

test('every object is what its kind allows', { skip }, () => {
  const objects = rendered();
  assert.deepEqual(objects.map(object => object.kind).sort(), Object.keys(models).sort());
  for (const object of objects) {
    new models[object.kind](object).validate();
  }
});

test('a mistake would be found', { skip }, () => {
  const deployment = rendered().find(object => object.kind === 'Deployment');
  deployment.spec.replicas = 'two';
  assert.throws(() => new Deployment(deployment).validate());
});

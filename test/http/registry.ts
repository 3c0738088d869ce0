import type { Permission } from '@caseboard/contracts';
import type { EndpointDefinition } from '@caseboard/server/kernel';
import { ENDPOINT, SOCKET_EVENT } from '@caseboard/server/kernel';
import { RequestMethod } from '@nestjs/common';
import type { INestApplicationContext } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, ModulesContainer } from '@nestjs/core';

export interface Route {
  method: string;
  path: string;
  endpoint: EndpointDefinition | undefined;
}

type Handler = (...input: unknown[]) => unknown;
type Named = Record<string, Handler>;

const scanner = new MetadataScanner();
const discoveryOf = (app: INestApplicationContext) => new DiscoveryService(app.get(ModulesContainer));
const join = (...parts: string[]) =>
  `/${parts
    .flatMap((part) => part.split('/'))
    .filter((part) => part !== '')
    .join('/')}`;

/** Every route there is, from Nest's own registry. */
export function routesOf(app: INestApplicationContext): Route[] {
  return discoveryOf(app)
    .getControllers()
    .flatMap((wrapper) => {
      const prototype = Object.getPrototypeOf(wrapper.instance) as Named;
      const base = (Reflect.getMetadata('path', wrapper.metatype as Handler) as string | undefined) ?? '';
      return scanner.getAllMethodNames(prototype).flatMap((name): Route[] => {
        const handler = prototype[name] as Handler;
        const path = Reflect.getMetadata('path', handler) as string | string[] | undefined;
        if (path === undefined) return [];
        const method = RequestMethod[Reflect.getMetadata('method', handler) as number] ?? 'GET';
        return [path].flat().map((own) => ({
          method,
          path: join(base, own),
          endpoint: Reflect.getMetadata(ENDPOINT, handler) as EndpointDefinition | undefined,
        }));
      });
    });
}

/** Every socket event a gateway listens to, with its permission. */
export function socketEventsOf(app: INestApplicationContext): { event: string; permission: Permission | undefined }[] {
  return discoveryOf(app)
    .getProviders()
    .flatMap((wrapper) => {
      const prototype =
        wrapper.instance && typeof wrapper.instance === 'object'
          ? (Object.getPrototypeOf(wrapper.instance) as Named | null)
          : null;
      if (!prototype || prototype === Object.prototype) return [];
      return scanner.getAllMethodNames(prototype).flatMap((name) => {
        const handler = prototype[name] as Handler;
        const event = Reflect.getMetadata('message', handler) as string | undefined;
        return event === undefined
          ? []
          : [{ event, permission: Reflect.getMetadata(SOCKET_EVENT, handler) as Permission | undefined }];
      });
    });
}

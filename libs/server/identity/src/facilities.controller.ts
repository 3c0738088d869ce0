import { Controller, Get, Patch, Post } from '@nestjs/common';
import { facility, facilityPatch, facilityWrite, pageOf, pageQuery } from '@caseboard/contracts';
import type { Facility, Page } from '@caseboard/contracts';
import { Asking, Body, Endpoint, Id, Query } from '@caseboard/server/kernel';
import type { Caller } from '@caseboard/server/kernel';
import { strictObject } from 'zod/mini';
import type { infer as Infer } from 'zod/mini';
import { Facilities } from './facilities.service.ts';
import type { PageAsk } from './pages.ts';

/** Facilities, open and gated. */
@Controller('api/v1/facilities')
export class FacilitiesController {
  constructor(private readonly facilities: Facilities) {}

  @Endpoint({
    id: 'facilities.list',
    permission: 'identity.user.read',
    summary: 'Facilities, by name.',
    query: strictObject(pageQuery),
    reply: pageOf(facility),
  })
  @Get()
  list(@Asking() caller: Caller, @Query() query: PageAsk): Promise<Page<Facility>> {
    return this.facilities.list(caller, query);
  }

  @Endpoint({
    id: 'facilities.create',
    permission: 'identity.facility.manage',
    summary: 'Make a facility.',
    body: facilityWrite,
    reply: facility,
    status: 201,
  })
  @Post()
  create(@Asking() caller: Caller, @Body() body: Infer<typeof facilityWrite>): Promise<Facility> {
    return this.facilities.create(caller, body);
  }

  @Endpoint({
    id: 'facilities.change',
    permission: 'identity.facility.manage',
    summary: 'Rename a facility, set its NPI, or gate it.',
    body: facilityPatch,
    reply: facility,
    isVersioned: true,
  })
  @Patch(':id')
  change(@Asking() caller: Caller, @Id() id: string, @Body() body: Infer<typeof facilityPatch>): Promise<Facility> {
    return this.facilities.change(caller, id, body);
  }
}

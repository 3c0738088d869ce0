import { Injectable } from '@nestjs/common';

/** Whether this process wants traffic: after start-up and until it drains. */
@Injectable()
export class Readiness {
  isReady = false;
}

import { Module } from '@nestjs/common';
import { HealthController } from './health.controller.js';
import { ReadingsController } from './readings.controller.js';

@Module({ controllers: [HealthController, ReadingsController] })
export class AppModule {}

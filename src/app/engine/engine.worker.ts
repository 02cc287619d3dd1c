import { expose, transfer } from 'comlink';
import { carryRefusals } from './carry-refusals';
import { Engine } from './engine';
import type { LayerRequest } from './engine-api';

/** The engine behind the window. Large arrays are handed over, not copied. */
class WorkerEngine extends Engine {
  override async ct(known?: string) {
    const volume = await super.ct(known);
    if (volume === 'known') return volume;
    return volume && transfer(volume, [volume.hounsfield.buffer as ArrayBuffer]);
  }

  override async courseCt(course: number) {
    const volume = await super.courseCt(course);
    return volume && transfer(volume, [volume.hounsfield.buffer as ArrayBuffer]);
  }

  override async layer(request: LayerRequest) {
    const layer = await super.layer(request);
    return layer && transfer(layer, [layer.grid.doseGy.buffer as ArrayBuffer]);
  }
}

carryRefusals();
expose(new WorkerEngine());

import { PRESETS } from './presets';
import type { SettingsDraft } from './settingsDraft';

interface PresetButtonsProps {
  readonly draft: SettingsDraft;
  readonly onChoose: (draft: SettingsDraft) => void;
}

/** Fills all fields at once with settings that belong together. */
export function PresetButtons({ draft, onChoose }: PresetButtonsProps) {
  return (
    <fieldset className="presets">
      <legend>Fill in</legend>
      {PRESETS.map((preset) => (
        <button
          key={preset.name}
          type="button"
          className="preset"
          aria-pressed={preset.draft === draft}
          onClick={() => onChoose(preset.draft)}
        >
          <span className="presetName">{preset.name}</span>
          <span className="presetSays">{preset.says}</span>
        </button>
      ))}
    </fieldset>
  );
}

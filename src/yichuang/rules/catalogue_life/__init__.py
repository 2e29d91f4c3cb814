"""The life of an item (事项的版本): what one version changed against another, what a catalogue promises."""

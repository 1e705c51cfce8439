// The Screen as the core writes it (app/core/screen.hpp): types only, nothing is emitted.

export type Tone = 'body' | 'secondary' | 'strong' | 'info' | 'ok' | 'warning' | 'danger';

/** A drawing beside words: its name, and what it says to those who listen (empty: nothing that the words do not say). */
export type Picture = [icon: string, label: string];

export interface Heading { t: 'heading'; id: string; level: number; text: string; picture?: Picture }
export interface Paragraph { t: 'paragraph'; id: string; text: string; tone?: Tone }
export interface Progress { t: 'progress'; id: string; label: string; value: number; max: number }
export interface ChoiceOption { value: string; label: string; hint?: string; checked?: boolean; action?: string }
export interface Choices {
  t: 'choices'; id: string; legend: string; legend_hidden?: boolean; many?: boolean; compact?: boolean;
  options: ChoiceOption[]; error?: string;
}
export interface Suggestion { label: string; action: string }
export interface Field {
  t: 'field'; id: string; kind: 'text' | 'date' | 'number' | 'search' | 'place'; label: string; label_hidden?: boolean;
  hint?: string; value?: string; error?: string; autocomplete?: string; personal?: boolean; action?: string;
  suggestions?: Suggestion[]; keys?: 'numeric' | 'decimal' | 'none'; name?: boolean;
}
export interface Button {
  t: 'button'; id: string; label: string; kind: 'primary' | 'secondary' | 'quiet' | 'pill'; icon?: string; action?: string;
}
export interface LinkItem {
  id: string; label: string; hint?: string; href: string; kind: 'plain' | 'back' | 'row' | 'pill'; icon?: string;
  lang?: string; action?: string;
}
export interface Link extends LinkItem { t: 'link' }
export interface Tiles { t: 'tiles'; id: string; items: LinkItem[] }
export interface Tags { t: 'tags'; id: string; items: [string, Tone][] }
export interface Facts { t: 'facts'; id: string; prose?: boolean; rows: [string, string][]; pictures?: Picture[] }
export interface List { t: 'list'; id: string; ordered?: boolean; items: string[]; pictures?: Picture[] }
export interface Notice { t: 'notice'; id: string; tone?: Tone; title?: string; text: string; alert?: boolean }
export interface Table { t: 'table'; id: string; caption: string; ticks?: boolean; columns: string[]; rows: string[][]; pictures?: Picture[] }
export interface Qr { t: 'qr'; id: string; label: string; side: number; modules: string }
export interface WritingLines { t: 'writing_lines'; id: string; label: string; lines: number }
export interface Card { t: 'card'; id: string; tone?: Tone; children?: Block[] }
export interface Disclosure {
  t: 'disclosure'; id: string; summary: string; open?: boolean; action?: string; children?: Block[];
}

export type Block = Heading | Paragraph | Progress | Choices | Field | Button | Link | Tiles | Tags | Facts | List |
  Notice | Table | Qr | WritingLines | Card | Disclosure;

export interface Screen {
  id: string; title: string; lang: string; focus?: string; paper?: boolean;
  bar?: Block[]; main?: Block[]; aside?: Block[]; foot?: Block[];
}

/** What a control sends: a JSON object with a name. Its other members are the core's business. */
export interface Action { t: string; [member: string]: unknown }

/** What the core asks of the page; see effects.ts for each one. */
export interface Effect { e: string; [member: string]: unknown }

export interface Reply { screen: Screen; effects: Effect[] }

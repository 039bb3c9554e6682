import { Component, type VNode } from 'preact';

/** What {@link Still} is drawn from. */
export interface StillProps {
  /** All that is looked at while it is drawn, and may change. */
  readonly of: readonly unknown[];
  readonly children: () => VNode;
}

/** A part of a panel that stays as it is while what it is made of does: a line that comes must not cost the drawing of all the rest. */
export class Still extends Component<StillProps> {
  override shouldComponentUpdate({ of }: StillProps): boolean {
    return of.some((one, place) => one !== this.props.of[place]);
  }

  override render({ children }: StillProps): VNode {
    return children();
  }
}

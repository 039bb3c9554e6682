/** The first layer of the world: people, the pages of their channels, and the categories. */
import { Clock } from './clock.ts';
import { Happenings } from './events.ts';
import { hash } from './ids.ts';
import type { Category, Channel, User } from './records.ts';

/** Colours that Twitch gives to those who never chose one. */
const defaultColors = [
  '#FF0000',
  '#0000FF',
  '#008000',
  '#B22222',
  '#FF7F50',
  '#9ACD32',
  '#FF4500',
  '#2E8B57',
  '#DAA520',
  '#D2691E',
  '#5F9EA0',
  '#1E90FF',
  '#FF69B4',
  '#8A2BE2',
  '#00FF7F',
];

/** Everybody on the stage. */
export class People {
  readonly clock = new Clock();
  readonly events = new Happenings();
  readonly users = new Map<string, User>();
  readonly categories = new Map<string, Category>();
  readonly channels = new Map<string, Channel>();
  readonly #byLogin = new Map<string, User>();
  #lastId = 0;

  /** A number, as text, that no other record of this world has. */
  newId(base = 41_000_000_000): string {
    this.#lastId += 1;
    return String(base + this.#lastId);
  }

  /** Puts a person (and their channel) into the world. */
  addUser(given: Partial<User> & { readonly login: string }, channel: Partial<Channel> = {}): User {
    const displayName = given.displayName ?? given.login;
    const id = given.id ?? String(40_000_000 + (hash(given.login) % 950_000_000));
    const user: User = {
      type: '',
      broadcasterType: '',
      description: '',
      profileImageUrl: `https://static-cdn.jtvnw.net/jtv_user_pictures/${given.login}-profile_image-300x300.png`,
      offlineImageUrl: '',
      email: `${given.login}@example.com`,
      createdAt: Date.UTC(2014 + (hash(given.login) % 11), hash(id) % 12, 1 + (hash(id) % 28), 12, 30),
      color: defaultColors[hash(given.login) % defaultColors.length] ?? '',
      passwordVersion: 1,
      verifiedPhone: true,
      ...given,
      id,
      displayName,
    };
    this.users.set(user.id, user);
    this.#byLogin.set(user.login, user);
    this.channels.set(user.id, {
      title: '',
      categoryId: '509658',
      language: 'en',
      tags: [],
      delay: 0,
      labels: [],
      brandedContent: false,
      ...channel,
      id: user.id,
    });
    return user;
  }

  /** The person of this login or id. */
  find(who: string): User | undefined {
    return this.users.get(who) ?? this.#byLogin.get(who.toLowerCase());
  }

  /** The person of this login. */
  byLogin(login: string): User | undefined {
    return this.#byLogin.get(login.toLowerCase());
  }

  /** The person of this login or id. Throws when there is none. */
  user(who: string): User {
    const user = this.find(who);
    if (!user) throw new Error(`the stage has no user ${who}`);
    return user;
  }

  /** Follows a change of a person's login. */
  rename(user: User, login: string): void {
    this.#byLogin.delete(user.login);
    user.login = login;
    this.#byLogin.set(login, user);
  }

  /** Takes a person out of the world, as when an account is closed. */
  removeUser(user: User): void {
    this.users.delete(user.id);
    this.#byLogin.delete(user.login);
    this.channels.delete(user.id);
  }

  /** The category of this name or id; an unknown name becomes a new one. */
  categoryNamed(name: string): Category {
    const known = this.categories.get(name) ?? [...this.categories.values()].find((one) => one.name === name);
    if (known) return known;
    const made: Category = {
      id: String(500_000 + (hash(name) % 999_999)),
      name,
      igdbId: String(hash(name) % 300_000),
    };
    this.categories.set(made.id, made);
    return made;
  }
}

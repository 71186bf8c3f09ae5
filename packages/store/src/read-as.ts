import type { Level } from '@dabiao/domain/label';
import {
  AliasNode,
  type FromNode,
  IdentifierNode,
  type JoinNode,
  type KyselyPlugin,
  type OperationNode,
  OperationNodeTransformer,
  type PluginTransformQueryArgs,
  type PluginTransformResultArgs,
  type QueryId,
  type QueryResult,
  type RootOperationNode,
  type SelectQueryNode,
  TableNode,
  type UnknownRow,
} from 'kysely';
import { VISIBLE } from './clearance.ts';
import type { Db } from './open.ts';
import type { Tables } from './tables.ts';

/** Puts what a clearance sees in the place of each table that a query reads from or joins. */
class Narrowing extends OperationNodeTransformer {
  readonly #db: Db;
  readonly #level: Level;
  /** What was put in place of a table, by its name; made once, and never narrowed again. */
  readonly #seen = new Map<string, OperationNode>();
  readonly #made = new WeakSet<OperationNode>();

  constructor(db: Db, level: Level) {
    super();
    this.#db = db;
    this.#level = level;
  }

  protected override transformSelectQuery(node: SelectQueryNode, queryId?: QueryId): SelectQueryNode {
    return this.#made.has(node) ? node : super.transformSelectQuery(node, queryId);
  }

  protected override transformFrom(node: FromNode, queryId?: QueryId): FromNode {
    const { froms, ...same } = super.transformFrom(node, queryId);
    return { ...same, froms: froms.map((table) => this.#narrowed(table)) };
  }

  protected override transformJoin(node: JoinNode, queryId?: QueryId): JoinNode {
    const join = super.transformJoin(node, queryId);
    return { ...join, table: this.#narrowed(join.table) };
  }

  #narrowed(node: OperationNode): OperationNode {
    if (TableNode.is(node)) {
      const { name } = node.table.identifier;
      const seen = this.#sees(name);
      return seen ? AliasNode.create(seen, IdentifierNode.create(name)) : node;
    }
    if (!AliasNode.is(node) || !TableNode.is(node.node)) return node;
    const seen = this.#sees(node.node.table.identifier.name);
    return seen ? AliasNode.create(seen, node.alias) : node;
  }

  #sees(table: string): OperationNode | null {
    const known = this.#seen.get(table);
    if (known) return known;
    const filter = VISIBLE[table as keyof Tables];
    if (!filter) return null;
    const made = filter(this.#db, this.#level).toOperationNode();
    this.#seen.set(table, made);
    this.#made.add(made);
    return made;
  }
}

/**
 * A reading handle whose every query sees what the clearance of whoever asks lets it see, and nothing else: a route
 * that is given this handle cannot forget it. The statements and their plans are the same for all; where nothing is
 * labelled the lists of what is hidden are empty.
 * @param clearanceOf asked at each query
 */
export function readAs(db: Db, clearanceOf: () => Level): Db {
  const whole = db.withoutPlugins();
  const narrowings = ([0, 1, 2] as const).map((level) => new Narrowing(whole, level));
  const plugin: KyselyPlugin = {
    transformQuery: ({ node, queryId }: PluginTransformQueryArgs): RootOperationNode =>
      (narrowings[clearanceOf()] as Narrowing).transformNode(node, queryId),
    transformResult: async ({ result }: PluginTransformResultArgs): Promise<QueryResult<UnknownRow>> => result,
  };
  return whole.withPlugin(plugin);
}

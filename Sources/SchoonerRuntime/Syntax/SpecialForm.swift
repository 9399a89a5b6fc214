/// The syntactic keywords that the expander itself understands.
///
/// The raw value is the payload of the keyword's `macro` object, so that a keyword is one word in the heap.
package enum SpecialForm: UInt8, CaseIterable, Sendable {
    case quote, quasiquote, unquote, unquoteSplicing
    case lambda, namedLambda, caseLambda
    case define, defineIntegrable, defineValues, defineRecordType, defineStructure
    case set, begin, `if`, cond, `case`, and, or, when, unless, `do`
    case `let`, letStar, letrec, letrecStar, letValues, letStarValues, receive, andLetStar, fluidLet
    case delay, delayForce, consStream, parameterize, guardForm, assert
    case theEnvironment, access, declare, localDeclare, condExpand, include, includeCI
    case defineSyntax, letSyntax, letrecSyntax, letStarSyntax
    case syntaxRules, erMacroTransformer, rscMacroTransformer, scMacroTransformer, syntaxError
    case `else`, arrow, ellipsis, underscore

    /// The keyword as programs write it.
    package var name: String {
        switch self {
        case .quote: "quote"
        case .quasiquote: "quasiquote"
        case .unquote: "unquote"
        case .unquoteSplicing: "unquote-splicing"
        case .lambda: "lambda"
        case .namedLambda: "named-lambda"
        case .caseLambda: "case-lambda"
        case .define: "define"
        case .defineIntegrable: "define-integrable"
        case .defineValues: "define-values"
        case .defineRecordType: "define-record-type"
        case .defineStructure: "define-structure"
        case .set: "set!"
        case .begin: "begin"
        case .if: "if"
        case .cond: "cond"
        case .case: "case"
        case .and: "and"
        case .or: "or"
        case .when: "when"
        case .unless: "unless"
        case .do: "do"
        case .let: "let"
        case .letStar: "let*"
        case .letrec: "letrec"
        case .letrecStar: "letrec*"
        case .letValues: "let-values"
        case .letStarValues: "let*-values"
        case .receive: "receive"
        case .andLetStar: "and-let*"
        case .fluidLet: "fluid-let"
        case .delay: "delay"
        case .delayForce: "delay-force"
        case .consStream: "cons-stream"
        case .parameterize: "parameterize"
        case .guardForm: "guard"
        case .assert: "assert"
        case .theEnvironment: "the-environment"
        case .access: "access"
        case .declare: "declare"
        case .localDeclare: "local-declare"
        case .condExpand: "cond-expand"
        case .include: "include"
        case .includeCI: "include-ci"
        case .defineSyntax: "define-syntax"
        case .letSyntax: "let-syntax"
        case .letrecSyntax: "letrec-syntax"
        case .letStarSyntax: "let*-syntax"
        case .syntaxRules: "syntax-rules"
        case .erMacroTransformer: "er-macro-transformer"
        case .rscMacroTransformer: "rsc-macro-transformer"
        case .scMacroTransformer: "sc-macro-transformer"
        case .syntaxError: "syntax-error"
        case .else: "else"
        case .arrow: "=>"
        case .ellipsis: "..."
        case .underscore: "_"
        }
    }

    /// Whether MIT Scheme 12.1 defines it by a transformer; a message names the kind of keyword.
    var isTransformer: Bool {
        switch self {
        case .quote, .unquote, .unquoteSplicing, .lambda, .namedLambda, .define, .set, .begin, .if, .or,
            .theEnvironment, .access, .declare, .defineSyntax, .letSyntax, .letrecSyntax,
            .erMacroTransformer, .rscMacroTransformer, .scMacroTransformer, .else, .arrow, .ellipsis, .underscore:
            false
        default: true
        }
    }

    /// Whether MIT Scheme 12.1 complains "Ill-formed special form:" about a wrong use, not "Ill-formed syntax:".
    var complainsAsSpecialForm: Bool {
        switch self {
        case .quasiquote, .defineStructure, .and, .when, .unless, .letStarValues, .delay, .delayForce, .parameterize,
            .assert, .localDeclare, .syntaxRules, .erMacroTransformer, .rscMacroTransformer, .scMacroTransformer:
            true
        default: false
        }
    }
}

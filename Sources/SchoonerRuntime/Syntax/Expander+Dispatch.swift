extension Expander {
    /// Expands a use of a special form where an expression is expected.
    func expandSpecial(_ special: SpecialForm, _ form: Value, _ scope: Scope) throws(Signal) -> Core {
        switch special {
        case .quote: return .constant(try strip(try parts(form, 2, 2)[1]))
        case .quasiquote: return try expandQuasiquote(form, scope)
        case .if: return try expandIf(form, scope)
        case .set: return try expandSet(form, scope)
        case .lambda: return try expandLambda(form, scope)
        case .namedLambda: return try expandNamedLambda(form, scope)
        case .caseLambda: return try expandCaseLambda(form, scope)
        case .let: return try expandLet(form, scope)
        case .letStar: return try expandLetStar(form, scope)
        case .letrec: return try expandLetrec(form, scope, inOrder: false)
        case .letrecStar: return try expandLetrec(form, scope, inOrder: true)
        case .begin: return try expandSequence(form.cdr, scope, of: form)
        case .cond: return try expandCond(form, scope)
        case .case: return try expandCase(form, scope)
        case .and: return try expandAnd(form, scope, isTest: false)
        case .or: return try expandOr(form, scope, isTest: false)
        case .when: return try expandWhen(form, scope, negated: false)
        case .unless: return try expandWhen(form, scope, negated: true)
        case .do: return try expandDo(form, scope)
        default: return try expandRareSpecial(special, form, scope)
        }
    }

    private func expandRareSpecial(_ special: SpecialForm, _ form: Value, _ scope: Scope) throws(Signal) -> Core {
        switch special {
        case .letValues: return try expandLetValues(form, scope)
        case .letStarValues: return try expandLetStarValues(form, scope)
        case .receive: return try expandReceive(form, scope)
        case .andLetStar: return try expandAndLetStar(form, scope)
        case .fluidLet: return try expandFluidLet(form, scope)
        case .delay: return try expandDelay(form, scope, .makeDelayed)
        case .delayForce: return try expandDelay(form, scope, .makeLazyPromise)
        case .consStream: return try expandConsStream(form, scope)
        case .parameterize: return try expandParameterize(form, scope)
        case .guardForm: return try expandGuard(form, scope)
        case .assert: return try expandAssert(form, scope)
        case .theEnvironment: return try expandTheEnvironment(form, scope)
        case .access: return try expandAccess(form, scope)
        case .declare: return .constant(.unspecific)
        case .localDeclare:
            _ = try parts(form, 2)
            return try expandSequence(form.cdr.cdr, scope, of: form)
        case .condExpand: return try expandSequence(try chosenForms(form, scope), scope, of: form)
        case .include, .includeCI:
            return try expandSequence(try includedForms(form, scope, foldCase: special == .includeCI), scope, of: form)
        case .letSyntax, .letrecSyntax, .letStarSyntax:
            let (body, inner) = try bindSyntaxes(special, form, scope)
            return try expandBody(body, makeScope(inner), of: form)
        case .syntaxError: throw try syntaxErrorForm(form)
        case .defineSyntax where !scope.definitionScope.isTopLevel:
            // MIT Scheme takes a syntax definition anywhere; it holds from here on.
            let (name, denotation) = try syntaxDefinition(form, scope)
            scope.definitionScope.bind(name, denotation)
            return .constant(name.identifierSymbol)
        case .define, .defineIntegrable, .defineValues, .defineRecordType, .defineStructure, .defineSyntax:
            // Older releases allow a definition in any expression at top level.
            if scope.definitionScope.isTopLevel { return try expandTopLevel(form, scope) }
            throw interpreter.syntaxError("Definition may not be used as an expression:", stripForReport(form))
        case .syntaxRules, .erMacroTransformer, .rscMacroTransformer, .scMacroTransformer:
            throw keywordAsExpression(try transformer(form, scope), form)
        default:
            throw interpreter.syntaxError("Special keyword can't be expanded:", stripForReport(form))
        }
    }
}
